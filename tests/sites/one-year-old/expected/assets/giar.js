// Remembers the chosen text size and offers the print button. Nothing on the site needs this file.
(function () {
  "use strict";
  var key = "giar-text-size";
  var sizes = document.querySelectorAll('input[name="text-size"]');
  var store = null;
  try {
    store = window.localStorage;
    var chosen = document.getElementById(store.getItem(key) || "");
    if (chosen && chosen.name === "text-size") {
      chosen.checked = true;
    }
  } catch (refused) {
    store = null; // a page opened from disk, or a reader who keeps nothing: the size then holds for this page
  }
  sizes.forEach(function (size) {
    size.addEventListener("change", function () {
      try {
        if (store) {
          store.setItem(key, size.id);
        }
      } catch (full) {
        store = null;
      }
    });
  });
  var button = document.querySelector("button.print");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      window.print();
    });
  }
})();
