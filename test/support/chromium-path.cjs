const { existsSync } = require('node:fs');

/** Where a Chromium is on this machine; undefined when there is none. */
exports.chromiumPath = () =>
  [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => path && existsSync(path),
  );
