import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Says how many tests passed and failed in the runs that left a report in a folder. What failed outside of a test (formatting, types, a
// test file that does not load) counts as one failure, so that a failed check never reads "0 failed".
const [, , folder, status] = process.argv;
const reports = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
const sum = (count) => reports.reduce((total, report) => total + report[count], 0);
const failed = sum('numFailedTests');

console.log(`${sum('numPassedTests')} passed, ${status === '0' ? failed : Math.max(failed, 1)} failed`);
