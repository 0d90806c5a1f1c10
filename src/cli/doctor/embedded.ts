import { examineEmbedded } from '#postgres/embedded/examine-embedded.ts';
import { findingOf } from './attempt.ts';
import { type Finding, ok, warning } from './finding.ts';

const check = 'embedded server';

/** Checks the embedded server of a data folder; `url` is null unless it is running. */
export async function checkEmbedded(
  folder: string,
): Promise<{ readonly findings: readonly Finding[]; readonly url: string | null }> {
  try {
    const { version, made, url } = await examineEmbedded(folder);
    return { findings: [findingAbout(version, made, url)], url };
  } catch (error) {
    return { findings: [findingOf(check, error)], url: null };
  }
}

function findingAbout(version: string, made: boolean, url: string | null): Finding {
  const programs = `The programs of PostgreSQL ${version} work here`;
  if (url !== null) return ok(check, `${programs}, and the server runs on ${new URL(url).host}.`);
  if (!made) return ok(check, `${programs}; the first start of Concord creates the data.`);
  return warning(
    check,
    `${programs}; the server is stopped, so its data was not checked.`,
    'Start Concord (npm start) and run concord doctor while it is running.',
  );
}
