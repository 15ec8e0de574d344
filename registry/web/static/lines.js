// SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
// SPDX-License-Identifier: MPL-2.0
// Comfort on a file's page: #L10-L20 marks a range; shift and a click on a second number makes one.
(function () {
  "use strict";

  var last = null;

  function mark() {
    var found = /^#L(\d+)(?:-L(\d+))?$/.exec(window.location.hash);
    document.querySelectorAll(".lines li.marked").forEach(function (line) {
      line.classList.remove("marked");
    });
    if (!found) {
      return;
    }
    var ends = [Number(found[1]), Number(found[2] || found[1])].sort(function (a, b) {
      return a - b;
    });
    for (var number = ends[0]; number <= ends[1]; number += 1) {
      var line = document.getElementById("L" + number);
      if (line) {
        line.classList.add("marked");
      }
    }
    var first = document.getElementById("L" + ends[0]);
    if (first) {
      first.scrollIntoView({ block: "center" });
    }
  }

  document.addEventListener("click", function (event) {
    var line = event.target.closest(".lines li");
    if (!line || event.target.tagName !== "A") {
      return;
    }
    var number = line.id.slice(1);
    if (event.shiftKey && last) {
      event.preventDefault();
      var ends = [Number(last), Number(number)].sort(function (a, b) {
        return a - b;
      });
      window.history.replaceState(null, "", event.target.href.split("#")[0] + "#L" + ends[0] + "-L" + ends[1]);
      mark();
    }
    last = number;
  });
  window.addEventListener("hashchange", mark);
  mark();
})();
