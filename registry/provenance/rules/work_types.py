# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The table of work types: a row says what a file must look like and which kind of work it then is.

Rows are read from the top and the first that fits answers. A row fits when everything it states fits:
`endings` its last ending, `names` its whole name without a leading dot (without the ending where
`endings` is stated, too), `folders` one of the
folders above it, `kind` text or binary, `mark` a mark of its content. Case does not matter.
"""

from __future__ import annotations

from dataclasses import dataclass

from registry.provenance.model import Words, WorkType

_P, _D, _C = WorkType.PROGRAM, WorkType.DESIGN, WorkType.CONFIGURATION
_T, _M, _A = WorkType.DOCUMENTATION, WorkType.MEDIA, WorkType.DATA


@dataclass(frozen=True)
class Row:
    """One row; what is left empty is not asked."""

    id: str
    answer: WorkType
    reason: Words
    names: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()
    folders: frozenset[str] = frozenset()
    kind: str = ""
    mark: str = ""


def _row(name: str, answer: WorkType, da: str, en: str, **asked: str) -> Row:
    names, endings, folders = (
        frozenset(asked.get(key, "").split()) for key in ("names", "endings", "folders")
    )
    return Row(
        name, answer, Words(da, en), names, endings, folders, asked.get("kind", ""), asked.get("mark", "")
    )


# fmt: off
ROWS = (
    # licences and the papers of a project
    _row("licence-folder", _T, "Licenstekst", "A licence text",
         folders="licenses licences",
         endings="txt md"),
    _row("licence-file", _T, "Licenstekst eller ophavsretsangivelse", "A licence text or copyright notice",
         names="license licence copying copying.lesser copyright notice unlicense"),
    _row("licence-file-ending", _T, "Licenstekst eller ophavsretsangivelse", "A licence text or copyright notice",
         names="license licence copying copyright notice unlicense mit-license ofl",
         endings="txt md rst html mit apache mpl gpl bsd"),
    _row("licence-beside", _T, "Licensoplysning om en anden fil", "Licence information about another file",
         endings="license"),
    _row("project-paper", _T, "Projektets beskrivelse", "A paper of the project",
         names="readme changelog changes contributing authors contributors maintainers install "
               "upgrade news history credits todo security code_of_conduct codeowners",
         endings="md txt rst adoc markdown"),
    _row("project-paper-bare", _T, "Projektets beskrivelse", "A paper of the project",
         names="readme changelog contributing authors contributors maintainers install news todo "
               "codeowners version"),
    # pictures, sound and fonts are works of their own, in a user interface too (CJEU C-393/09)
    _row("picture", _M, "Billede", "A picture",
         endings="png jpg jpeg gif bmp ico svg webp avif tif tiff psd xcf ai eps heic"),
    _row("interface-sketch", _M, "Skitse af en brugerflade", "A sketch of a user interface",
         endings="fig sketch xd indd"),
    _row("sound-film", _M, "Lyd eller film", "Sound or film",
         endings="mp3 mp4 m4a m4v wav ogg oga ogv webm mov avi mkv flac 3gpp wmv"),
    _row("font", _M, "Skrifttype", "A typeface",
         endings="ttf otf woff woff2 eot"),
    # material that led to the program, and interfaces that programs are made from
    _row("diagram", _D, "Diagram eller model", "A diagram or model",
         endings="puml plantuml drawio dio vsd vsdx bpmn dmn xmi uml archimate mmd dot graffle qea eap"),
    _row("interface", _D, "Beskrivelse af en grænseflade", "A description of an interface",
         endings="wsdl xsd proto graphql gql raml wadl avsc thrift dtd idl"),
    _row("openapi", _D, "Beskrivelse af en grænseflade", "A description of an interface",
         names="openapi swagger asyncapi",
         endings="json yaml yml"),
    _row("behaviour", _D, "Beskrivelse af ønsket adfærd", "A description of wanted behaviour",
         endings="feature"),
    # manuals
    _row("office-text", _T, "Tekstdokument eller præsentation", "A text document or presentation",
         endings="docx doc odt rtf pdf pptx ppt odp pages epub dotx"),
    _row("sheet-in-docs", _T, "Regneark blandt dokumentation", "A spreadsheet among documentation",
         endings="xlsx xls ods csv",
         folders="doc docs documentation dokumentation manual manuals"),
    _row("requirements", _C, "Liste over afhængigheder", "A list of dependencies",
         names="requirements requirements-dev requirements-test constraints robots cmakelists "
               "packages",
         endings="txt in"),
    _row("dependency-folder", _C, "Liste over afhængigheder", "A list of dependencies",
         folders="requirements python-requirements sys-requirements",
         endings="txt in"),
    _row("prose", _T, "Tekst i et format til dokumentation", "Text in a format for documentation",
         endings="md markdown rst adoc asciidoc textile wiki mediawiki tex bib man 1 pod rdoc"),
    _row("page-in-docs", _T, "Side blandt dokumentation", "A page among documentation",
         endings="html htm txt xml",
         folders="doc docs documentation dokumentation manual manuals help javadoc wiki"),
    # what a machine reads to set a program up
    _row("manifest", _C, "Pakkens egen beskrivelse", "A package's description of itself",
         names="package.json package-lock.json composer.json composer.lock bower.json pom.xml "
               "setup.cfg pyproject.toml tsconfig.json angular.json nx.json cargo.toml gemfile "
               "rakefile web.config nuget.config gradlew.properties publiccode.yml"),
    # data before programs: where the folder says so
    _row("table", _A, "Tabel", "A table",
         endings="csv tsv xlsx xls ods parquet sqlite db dbf mdb accdb"),
    _row("record", _A, "Datafil", "A file of data",
         endings="jsonl ndjson geojson topojson kml gpx ldif ics vcf eml msg mbox dat avro rdf ttl nt "
                 "n3 pb shp"),
    _row("data-folder", _A, "Data i en mappe til data", "Data in a folder for data",
         endings="json xml txt yaml yml html htm edn toml",
         folders="data _data fixtures fixture testdata test_data test-data integration_test_data seeds "
                 "seed samples sample dataset datasets mock mocks mocking __fixtures__"),
    _row("test-data", _A, "Data til prøver", "Data for tests",
         endings="json xml csv txt html log",
         folders="test tests testing __tests__ spec e2e"),
    _row("data-rows", _A, "Næsten kun rækker af data", "Almost nothing but rows of data",
         endings="sql",
         mark="data:rows"),
    _row("data-dump", _A, "Udtræk af en database", "A dump of a database",
         names="dump",
         endings="sql"),
    _row("build", _C, "Opskrift på bygning eller drift", "A recipe for building or running",
         names="dockerfile containerfile makefile gnumakefile jenkinsfile vagrantfile procfile "
               "caddyfile justfile gemfile pipfile brewfile crontab"),
    _row("build-ending", _C, "Opskrift på bygning eller drift", "A recipe for building or running",
         endings="dockerfile mk cmake gradle csproj vbproj fsproj vcxproj sqlproj wixproj filters sln "
                 "slnx props targets nuspec rc2 iss tf tfvars hcl bicep nix"),
    _row("interface-text", _P, "Tekster i programmets brugerflade", "Texts of the program's user interface",
         endings="po pot mo resx strings arb xliff xlf ftl"),
    _row("interface-text-json", _P,
         "Tekster i programmets brugerflade",
         "Texts of the program's user interface",
         endings="json yml yaml properties php",
         folders="i18n locale locales lang translations translation messages"),
    _row("interface-text-java", _P,
         "Tekster i programmets brugerflade",
         "Texts of the program's user interface",
         names="messages messages_da messages_en",
         endings="properties"),
    _row("setting", _C, "Opsætning, som en maskine læser", "Settings that a machine reads",
         endings="yml yaml toml ini cfg conf config env properties info plist reg editorconfig service "
                 "timer socket rules desktop settings user manifest targets runsettings dotsettings "
                 "htaccess npmrc lock ort neon dist example sample template policy pkla aip def map "
                 "sum mod"),
    # programs
    _row("program", _P, "Kildetekst i et programmeringssprog", "Source text in a programming language",
         endings="py pyi pyx java kt kts scala groovy cs vb fs js mjs cjs jsx ts tsx mts cts vue "
                 "svelte astro php phps inc module install test theme engine profile rb erb go rs c cc "
                 "cpp cxx h hh hpp hxx m mm swift dart lua pl pm r jl ex exs erl hrl hs clj cljs elm "
                 "sql plsql psql sh bash zsh fish ksh ps1 psm1 psd1 bat cmd vbs awk sed tcl pas asm s "
                 "cob f90 sol zig nim coffee as make script factories"),
    _row("template", _P,
         "Skabelon, som programmet viser sider med",
         "A template that the program shows pages with",
         endings="html htm xhtml cshtml razor vbhtml twig jinja jinja2 j2 hbs handlebars mustache ejs "
                 "pug jade mako tpl phtml jsp jspx ftlh ftl thtml aspx ascx ashx asmx asax master xaml "
                 "axaml erb haml slim liquid njk blade"),
    _row("style", _P, "Formatering af brugerfladen", "Styling of the user interface",
         endings="css scss sass less styl pcss"),
    _row("transformation", _P, "Program i et opmærkningssprog", "A program in a markup language",
         endings="xsl xslt xq xquery xpl sch jrxml rdl rdlc"),
    _row("windows-resource", _P,
         "Ressourcer, som bygges ind i programmet",
         "Resources that are built into the program",
         endings="rc resw"),
    _row("diff", _P, "Ændring til et program", "A change to a program",
         endings="patch diff"),
    _row("dot-file", _C, "Opsætning af et værktøj", "Settings of a tool",
         names="gitignore gitattributes gitmodules gitkeep keep dockerignore eslintignore eslintrc "
               "babelrc browserslistrc npmrc npmignore nvmrc jshintrc jshintignore csslintrc "
               "prettierignore prettierrc markdownlintignore mailmap env editorconfig htaccess"),
    _row("structured", _C, "Opsætning, som en maskine læser", "Settings that a machine reads",
         endings="json jsonc json5 xml"),
    # what was built or packed
    _row("library", _P, "Oversat program", "A compiled program",
         endings="dll exe so dylib jar war ear class pyc whl nupkg msi deb rpm apk phar nexe wasm o a "
                 "lib bin node pdb"),
    _row("archive", _A, "Arkiv med filer", "An archive of files",
         endings="zip tar gz tgz bz2 xz 7z rar zst cab iso"),
    _row("key", _C, "Nøgle eller certifikat", "A key or certificate",
         endings="pem crt cer key pfx p12 p7b jks keystore csr asc sig gpg pub keyring"),
    # by content, where the name says nothing
    _row("script", _P,
         "Begynder med navnet på det program, der udfører den",
         "Starts with the name of the program that executes it",
         mark="program:shebang"),
    _row("php", _P, "Indeholder programkode", "Contains program code",
         mark="program:php"),
    _row("unknown-binary", _A, "Ukendt binær fil", "A binary file of unknown kind",
         kind="binary"),
    _row("text", _T, "Tekst", "Text",
         endings="txt text log"),
    _row("unknown", _C,
         "Tekst af ukendt art: regnes som opsætning",
         "Text of unknown kind: taken for settings"),
)
# fmt: on
"""Every row of the table; the last fits everything."""
