/** Ends a run with one plain line: `N passed, N failed`, and says what was not run here and why. */
class PlainReporter {
  onRunComplete(_contexts, results) {
    const missing = [];
    if (!process.env.TEST_POSTGRES_URL) missing.push('PostgreSQL: set TEST_POSTGRES_URL');
    if (!require('./chromium-path.cjs').chromiumPath()) missing.push('Chromium: install it, or set CHROMIUM_PATH');
    for (const what of missing) process.stdout.write(`not run here: what needs ${what}\n`);
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    process.stdout.write(`\n${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
    if (process.env.REQUIRE_ALL === '1' && (missing.length > 0 || skipped > 0))
      this.error = new Error(`required here: ${missing.join('; ')}`);
  }

  getLastError() {
    return this.error;
  }
}

module.exports = PlainReporter;
