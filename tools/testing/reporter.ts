import { relative, resolve } from 'node:path'
import type { TestEvent } from 'node:test/reporters'
import { inspect, stripVTControlCharacters } from 'node:util'

/** Head of the line that carries the counts to whoever started the tests. */
export const COUNTS = '@@counts '
export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }
type Failed = Extract<TestEvent, { type: 'test:fail' }>['data']

/**
 * Says nothing of what passes, everything of what fails, and at last the counts.
 * A file that ends before its tests are reported, as by `process.exit(0)`, passes in the eyes of the runner; here it fails.
 */
export async function* reporter(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let hollow = 0
  for await (const event of events) {
    if (event.type === 'test:pass' && event.data.file !== undefined && resolve(event.data.name) === resolve(event.data.file)) {
      hollow += 1
      yield `✖ ${event.data.name}: no test ran to its end in this file\n\n`
    } else if (event.type === 'test:fail' && !isEcho(event.data)) yield failure(event.data)
    else if (event.type === 'test:stdout' || event.type === 'test:stderr') yield event.data.message
    else if (event.type === 'test:diagnostic' && /^(?:Error|Warning): /.test(event.data.message)) yield `✖ ${event.data.message}\n`
    else if (event.type === 'test:summary' && event.data.file === undefined) {
      const { passed, tests, skipped, todo } = event.data.counts
      const counts: Counts = { passed: passed - hollow, failed: tests - passed - skipped - todo + hollow, skipped: skipped + todo }
      yield `${COUNTS}${JSON.stringify(counts)}\n`
    }
  }
}

/** A test fails because one inside it did; that one has been shown. */
function isEcho({ details }: Failed): boolean {
  return 'failureType' in details.error && details.error.failureType === 'subtestsFailed'
}

function failure({ name, file, line, details }: Failed): string {
  const where = file === undefined ? '' : ` (${relative(process.cwd(), file)}:${line})`
  const cause = details.error.cause ?? details.error
  const text = stripVTControlCharacters(cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause))
  return `✖ ${name}${where}\n${text.replace(/^/gm, '    ')}\n\n`
}

// The test runner takes a reporter by its default export.
export { reporter as default }
