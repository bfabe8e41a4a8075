// Reloads the page when Trunk has built it anew, and tells of a build that failed. Only while serving;
// Trunk's own script would break the page's policy.
(() => {
  "use strict";
  const address = new URL(".well-known/trunk/ws", document.baseURI);
  address.protocol = "ws:";

  const listen = (isAgain) => {
    const socket = new WebSocket(address);
    // Trunk was started again meanwhile, so the page may be old.
    socket.onopen = () => isAgain && location.reload();
    socket.onclose = () => setTimeout(listen, 2000, true);
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(data);
      if (message.type === "reload") location.reload();
      if (message.type === "buildFailure") tell(message.data.reason);
    };
  };

  const tell = (reason) => {
    console.error("The build failed:", reason);
    const note = document.getElementById("build-failure") ?? document.createElement("pre");
    note.id = "build-failure";
    note.textContent = `The build failed. This is the page of the last good one.\n\n${reason}`;
    document.body.prepend(note);
  };

  listen(false);
})();
