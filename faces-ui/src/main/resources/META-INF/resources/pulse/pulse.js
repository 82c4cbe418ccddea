/* What pages need from the browser beyond Faces: no frameworks, no state. */
(function () {
  'use strict';

  /* Chooses the browser's time zone in the select that a form names, unless the person chose already. */
  function guessZone() {
    var form = document.querySelector('[data-guess-zone]');
    var select = form && document.getElementById(form.getAttribute('data-guess-zone'));
    if (!select || select.value !== 'UTC') {
      return;
    }
    var zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (Array.prototype.some.call(select.options, function (option) { return option.value === zone; })) {
      select.value = zone;
    }
  }

  function countDown() {
    document.querySelectorAll('[data-countdown]').forEach(function (time) {
      var seconds = Math.max(0, Math.round((Number(time.getAttribute('data-countdown')) - Date.now()) / 1000));
      time.textContent = Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0');
    });
  }

  function copy(button) {
    var text = document.getElementById(button.getAttribute('data-copy'));
    var done = function () { button.classList.add('copied'); };
    if (navigator.clipboard) {
      navigator.clipboard.writeText(text.textContent.trim()).then(done, function () { select(text); });
    } else {
      select(text);
    }
  }

  function select(element) {
    window.getSelection().selectAllChildren(element);
  }

  /* Puts {{name}} where the caret is. */
  function insert(button) {
    var area = document.getElementById(button.getAttribute('data-into'));
    area.focus();
    area.setRangeText('{{' + button.getAttribute('data-insert') + '}}', area.selectionStart, area.selectionEnd, 'end');
    area.dispatchEvent(new Event('input', {bubbles: true}));
  }

  document.addEventListener('click', function (event) {
    var copying = event.target.closest('[data-copy]');
    var inserting = event.target.closest('[data-insert]');
    if (copying) {
      copy(copying);
    }
    if (inserting) {
      insert(inserting);
    }
    document.querySelectorAll('details.menu[open]').forEach(function (menu) {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    });
  });

  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') {
      document.querySelectorAll('details.menu[open]').forEach(function (menu) {
        menu.open = false;
        menu.querySelector('summary').focus();
      });
    }
  });

  document.addEventListener('DOMContentLoaded', function () {
    guessZone();
    countDown();
    window.setInterval(countDown, 1000);
  });
})();
