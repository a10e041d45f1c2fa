/**
 * Loaded before the command (`node --require`): at its end, writes what the whole process took to file descriptor 3,
 * as `{"megabytes":210,"seconds":31.5}`: the most memory, and the processor's time, of all its threads.
 */
const { readFileSync, writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

/** Linux hands the parent's peak on to its children, so that `maxRSS` may be the parent's: its own stands in /proc. */
function peakInKilobytes() {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

if (isMainThread)
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime } = process.resourceUsage();
    writeSync(
      3,
      JSON.stringify({ megabytes: peakInKilobytes() / 1024, seconds: (userCPUTime + systemCPUTime) / 1e6 }),
    );
  });
