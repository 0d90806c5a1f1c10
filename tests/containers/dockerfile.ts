import { type Copy, DockerfileParser, type Env, type From, type Instruction } from 'dockerfile-ast';

export type Step =
  | {
      readonly kind: 'copy';
      readonly from: string | null;
      readonly sources: readonly string[];
      readonly target: string;
    }
  | { readonly kind: 'run'; readonly command: string };

/** One stage of a Dockerfile: what fills it, in order, and what it is set to. */
export interface Stage {
  readonly name: string | null;
  readonly image: string;
  readonly steps: Step[];
  readonly env: Record<string, string>;
  workingDirectory: string;
  user: string | null;
  stopSignal: string | null;
  entrypoint: readonly string[];
  command: readonly string[];
  healthcheck: readonly string[];
}

/**
 * Reads the stages of a Dockerfile, as far as ours uses the language. Throws at everything else, so that nothing in the file is passed
 * over: other instructions and flags, the shell form of what must get signals, settings after the steps that they would not hold for.
 */
export function readDockerfile(text: string): Stage[] {
  const stages: Stage[] = [];
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    refuseOtherFlags(instruction);
    const stage = stages.at(-1);
    // The keyword decides which class the parser made; so in the casts below.
    if (instruction.getKeyword() === 'FROM') stages.push(stageFrom(instruction as From, stages));
    else if (stage === undefined) throw unread(instruction, 'before the first FROM');
    else take(instruction, stage);
  }
  return stages;
}

function stageFrom(from: From, before: readonly Stage[]): Stage {
  const image = from.getImage() ?? '';
  if (before.some(({ name }) => name === image)) throw unread(from, 'a stage on top of a stage');
  return {
    name: from.getBuildStage(),
    image,
    steps: [],
    env: {},
    workingDirectory: '/',
    user: null,
    stopSignal: null,
    entrypoint: [],
    command: [],
    healthcheck: [],
  };
}

function take(instruction: Instruction, stage: Stage): void {
  const content = instruction.getArgumentsContent() ?? '';
  switch (instruction.getKeyword()) {
    case 'COPY':
      stage.steps.push(copyStep(instruction as Copy));
      break;
    case 'RUN':
      stage.steps.push({ kind: 'run', command: content });
      break;
    case 'ENV':
      refuseAfterSteps(instruction, stage);
      for (const variable of (instruction as Env).getProperties()) {
        stage.env[variable.getName()] = variable.getValue() ?? '';
      }
      break;
    case 'WORKDIR':
      refuseAfterSteps(instruction, stage);
      stage.workingDirectory = content;
      break;
    case 'USER':
      stage.user = content;
      break;
    case 'STOPSIGNAL':
      stage.stopSignal = content;
      break;
    case 'ENTRYPOINT':
      stage.entrypoint = execForm(content, instruction);
      break;
    case 'CMD':
      stage.command = execForm(content, instruction);
      break;
    case 'HEALTHCHECK':
      stage.healthcheck = execForm(content.replace(/^CMD\s+/, ''), instruction);
      break;
    case 'EXPOSE':
      break;
    default:
      throw unread(instruction, 'not known');
  }
}

function copyStep(copy: Copy): Step {
  if (copy.getOpeningBracket()) throw unread(copy, 'the JSON form');
  const paths = copy.getArguments().map((argument) => argument.getValue());
  const from = copy.getFromFlag()?.getValue() ?? null;
  return { kind: 'copy', from, sources: paths.slice(0, -1), target: paths.at(-1) ?? '' };
}

function execForm(content: string, instruction: Instruction): string[] {
  if (!content.startsWith('[')) throw unread(instruction, 'the shell form, which keeps signals from the program');
  return JSON.parse(content);
}

const readFlags: Readonly<Record<string, RegExp>> = {
  COPY: /^--from=/,
  // When and how often: for the engine.
  HEALTHCHECK: /^--(interval|timeout|retries|start-period|start-interval)=/,
};

function refuseOtherFlags(instruction: Instruction): void {
  const flags = 'getFlags' in instruction ? (instruction as Copy).getFlags() : [];
  for (const flag of flags.map(String)) {
    if (!readFlags[instruction.getKeyword()]?.test(flag)) throw unread(instruction, flag);
  }
}

function refuseAfterSteps(instruction: Instruction, { steps }: Stage): void {
  if (steps.length > 0) throw unread(instruction, 'after COPY or RUN');
}

function unread(instruction: Instruction, what: string): Error {
  const line = instruction.getRange().start.line + 1;
  return new Error(`Dockerfile:${line}: ${instruction.getKeyword()} (${what}) is not read here`);
}
