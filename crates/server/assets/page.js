// The code stands behind the # of the link, so that no server and no log has seen it. This hands it to the form of
// the page and sends that, and takes it out of the address bar. Without it people paste the code from the mail.
(function () {
  "use strict";
  var form = document.getElementById("open");
  var code = window.location.hash.slice(1);
  if (form && code) {
    window.history.replaceState(null, "", window.location.pathname + window.location.search);
    form.elements.token.value = code;
    form.submit();
  }
})();
