# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""SPDX 2.3 of components: each one that a manifest names, as a package known by its package URL alone."""

from __future__ import annotations

from license_expression import LicenseExpression
from spdx_tools.spdx.model.package import (
    ExternalPackageRef,
    ExternalPackageRefCategory,
    Package,
)
from spdx_tools.spdx.model.relationship import Relationship, RelationshipType
from spdx_tools.spdx.model.spdx_no_assertion import SpdxNoAssertion

from registry.exports import words
from registry.exports.model import ExportedDependency

_HOW = {
    "development": RelationshipType.DEV_DEPENDENCY_OF,
    "optional": RelationshipType.OPTIONAL_DEPENDENCY_OF,
}


def dependency_package(
    ref: str, one: ExportedDependency, declared: LicenseExpression | SpdxNoAssertion
) -> Package:
    """Return the package of a component; its files were not seen, so nothing is concluded of it."""
    return Package(
        ref,
        one.name,
        SpdxNoAssertion(),
        version=one.version or None,
        files_analyzed=False,
        license_declared=declared,
        license_concluded=SpdxNoAssertion(),
        copyright_text=SpdxNoAssertion(),
        external_references=[
            ExternalPackageRef(ExternalPackageRefCategory.PACKAGE_MANAGER, "purl", one.purl)
        ],
        comment=words.of_dependency(one),
    )


def dependency_relationship(root: str, ref: str, one: ExportedDependency) -> Relationship:
    """Return what the component is to the repository."""
    how = _HOW.get(one.needed, RelationshipType.DEPENDENCY_OF)
    return Relationship(ref, how, root)
