import { ok } from '../../../kernel/result.ts'
import { QTI_HELP, QTI_USAGE, parseQtiArguments } from './arguments.ts'
import { checkDocuments } from './check-documents.ts'
import { type ToldFault, readDocuments } from './documents.ts'
import { readResponses } from './responses.ts'
import { runDocuments } from './run-documents.ts'

/** Runs or checks QTI items of others. Exit code 1 when something cannot be processed, 2 when nothing can be read. */
export async function qti(words: readonly string[]): Promise<number> {
  const args = parseQtiArguments(words)
  if (!args.ok) return unreadable(`${args.refusal.zh} (${args.refusal.en})\n${QTI_USAGE}`)
  if (args.value.verb === 'help') {
    console.log(QTI_HELP)
    return 0
  }
  const documents = await readDocuments(args.value.file)
  if (!documents.ok) return unreadable(line(documents.refusal))
  if (args.value.verb === 'check') {
    const checked = checkDocuments(documents.value)
    if (checked === null) return unreadable(NOTHING)
    for (const text of checked.lines) console.log(text)
    return checked.faults > 0 ? 1 : 0
  }
  const responses = args.value.responses === null ? ok({}) : readResponses(args.value.responses)
  if (!responses.ok) return unreadable(line(responses.refusal))
  const run = runDocuments(documents.value, { ...args.value, responses: responses.value })
  if (run === null) return unreadable(NOTHING)
  console.log(JSON.stringify(run.told, null, 2))
  return run.sound ? 0 : 1
}

const NOTHING = '文件中没有QTI 2或QTI 3的试题。(no item of QTI 2 or QTI 3 in the file)'

function line({ zh, en }: ToldFault): string {
  return `${zh} (${en})`
}

function unreadable(text: string): number {
  console.error(text)
  return 2
}
