import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

// Names what failed in the runs that left a report in a folder, and says how many tests passed and failed. What failed outside of a test (formatting, types, a
// test file that does not load, an error that nothing awaits) counts as one failure, so that a failed check never reads "0 failed". What passed only when it
// was tried again is named as well: the test waits for too little, or what it tests does.
const [, , folder, status] = process.argv;
const textsOf = (ending) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
const reports = textsOf('.json').map((text) => JSON.parse(text));
const sum = (count) => reports.reduce((total, report) => total + report[count], 0);
const failed = sum('numFailedTests');

for (const { testResults } of reports) {
  for (const { name, status: outcome, message, assertionResults } of testResults) {
    const bad = assertionResults.filter((result) => result.status === 'failed');
    const unsteady = assertionResults.filter(
      (result) => result.status === 'passed' && result.failureMessages.length > 0,
    );
    for (const { fullName, failureMessages } of unsteady)
      console.log(`PASSED THE SECOND TIME ${relative('', name)}: ${fullName}\n${failureMessages[0].slice(0, 2_000)}`);
    if (bad.length === 0 && outcome === 'failed') console.log(`FAILED ${relative('', name)}\n${message}`);
    for (const { fullName, failureMessages } of bad) {
      console.log(`FAILED ${relative('', name)}: ${fullName}\n${failureMessages.join('\n').slice(0, 2_000)}`);
    }
  }
}
for (const errors of textsOf('.uncaught.txt')) console.log(`FAILED outside of a test\n${errors.slice(0, 4_000)}`);
console.log(`${sum('numPassedTests')} passed, ${status === '0' ? failed : Math.max(failed, 1)} failed`);
