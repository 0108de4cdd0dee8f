import { z } from 'zod'
import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { ResponseEvent, eventText } from '../events.ts'
import { type SignatureCheck, jsonOf } from '../seal/judge-manifest.ts'
import { AttemptLine, HeadLine, IncidentsLine, type SittingRecord, derivedResponses } from './record.ts'

/** Who answers for a record. */
export const SIGNERS = ['server-1', 'server-2', 'site-manager'] as const
export const Signer = z.enum(SIGNERS)
export type Signer = z.infer<typeof Signer>

/**
 * What a result says of the servers behind it. `both`: each built the same tree from its own tables. `one`: the site keeps the sitting by one
 * server. `peer-away`, `peer-differs`: there is another one, and it did not sign.
 */
export const SERVERS = ['both', 'one', 'peer-away', 'peer-differs'] as const
export type Servers = (typeof SERVERS)[number]

/** What both servers and the site manager sign: of which sitting, how many lines, and the root of the tree over them. */
export const Statement = z.strictObject({
  format: z.literal('zhiheng-result'),
  version: z.literal(1),
  siteCode: z.string(),
  sittingId: z.uuid(),
  lines: z.number().int().min(2),
  root: z.string().regex(/^[0-9a-f]{64}$/),
  stateDigest: z.string().regex(/^[0-9a-f]{64}$/),
  signedAt: z.number().int().nonnegative(),
  servers: z.enum(SERVERS),
})
export type Statement = z.infer<typeof Statement>
export const Signatures = z.array(z.strictObject({ signer: Signer, signature: z.string().max(100) })).max(SIGNERS.length)
export type Signatures = z.infer<typeof Signatures>

export function statementText(statement: Statement): string {
  return `zhiheng result 1\n${canonicalJson(statement)}`
}

/** What the centre holds a result against; hashes and signatures are done outside. */
export type RecordTrust = {
  readonly siteCode: string
  readonly keys: Readonly<Record<Signer, string>>
  /** Whose signature may be absent: a server that the site does not have or that was lost. One server and the site manager always sign. */
  readonly mayLack?: readonly Signer[]
  readonly isSignedBy: SignatureCheck
  /** Root (hex) of the tree over lines. */
  readonly rootOf: (lines: readonly string[]) => string
  /** SHA-256 of an event's text, base64url, as the save path stores it. */
  readonly digestOf: (text: string) => string
  /** SHA-256 in hex of `stateText`. */
  readonly stateDigestOf: (record: SittingRecord) => string
}

/** A result as it came. */
export type ReceivedResult = { readonly statement: unknown; readonly signatures: unknown; readonly lines: readonly string[] }

/**
 * Judges a result by itself: signatures first, then every line, then what follows from it.
 * Refusals: `result-statement`, `result-servers`, `result-unsigned`, `result-of-another-site`, `result-altered`, `result-line` (with its number).
 */
export function judgeRecord(
  received: ReceivedResult,
  trust: RecordTrust,
): Result<{ readonly statement: Statement; readonly record: SittingRecord }> {
  const statement = judgeStatement(received, trust)
  if (!statement.ok) return statement
  const { lines } = received
  if (lines.length !== statement.value.lines || trust.rootOf(lines) !== statement.value.root) return refuse('result-altered')
  const record = readRecord(lines, statement.value, trust.digestOf)
  if (!record.ok) return record
  return trust.stateDigestOf(record.value) === statement.value.stateDigest
    ? ok({ statement: statement.value, record: record.value })
    : refuse('result-altered')
}

function judgeStatement(
  { statement, signatures }: ReceivedResult,
  { siteCode, keys, isSignedBy, mayLack = [] }: RecordTrust,
): Result<Statement> {
  const read = Statement.safeParse(statement)
  const signed = Signatures.safeParse(signatures)
  if (!read.success || !signed.success) return refuse('result-statement')
  const text = statementText(read.data)
  for (const signer of SIGNERS) {
    const given = signed.data.filter(one => one.signer === signer)
    const [only] = given
    if (only === undefined && mayLack.includes(signer) && anotherServer(signer, signed.data)) continue
    if (given.length !== 1 || only === undefined || !isSignedBy(keys[signer], text, only.signature))
      return refuse('result-unsigned', { signer })
  }
  // what it says of itself is signed: nobody takes the word of a server away, or adds one
  const count = signed.data.filter(one => one.signer !== 'site-manager').length
  if (count !== (read.data.servers === 'both' ? 2 : 1)) return refuse('result-servers', { count })
  return read.data.siteCode === siteCode ? ok(read.data) : refuse('result-of-another-site', { site: read.data.siteCode })
}

/** A server may be missing where the other one signed; nobody stands in for the site manager. */
function anotherServer(signer: Signer, signed: Signatures): boolean {
  return signer !== 'site-manager' && signed.some(one => one.signer !== signer && one.signer !== 'site-manager')
}

/** Reads lines strictly: each the one text of its values, in order, and everything that follows from events as it follows. */
export function readRecord(
  lines: readonly string[],
  of: Pick<Statement, 'siteCode' | 'sittingId'>,
  digestOf: (text: string) => string,
): Result<SittingRecord> {
  const head = HeadLine.safeParse(jsonOf(lines[0] ?? ''))
  const incidents = IncidentsLine.safeParse(jsonOf(lines.at(-1) ?? ''))
  const attempts: AttemptLine[] = []
  if (!head.success || head.data.siteCode !== of.siteCode || head.data.sittingId !== of.sittingId || canonicalJson(head.data) !== lines[0])
    return refuse('result-line', { line: 1 })
  if (!incidents.success || canonicalJson(incidents.data) !== lines.at(-1)) return refuse('result-line', { line: lines.length })
  for (const [n, line] of lines.slice(1, -1).entries()) {
    const read = AttemptLine.safeParse(jsonOf(line))
    const inOrder = read.success && (attempts.at(-1)?.attempt.id ?? '') < read.data.attempt.id
    if (!read.success || !inOrder || canonicalJson(read.data) !== line || !followsFromEvents(read.data, digestOf))
      return refuse('result-line', { line: n + 2 })
    attempts.push(read.data)
  }
  return head.data.attempts === attempts.length
    ? ok({ head: head.data, attempts, incidents: incidents.data })
    : refuse('result-line', { line: 1 })
}

/** Digests of events, derived responses, the reach of each epoch and the sum of credits. */
function followsFromEvents({ attempt, epochs, events, responses, credits }: AttemptLine, digestOf: (text: string) => string): boolean {
  const ids = events.map(event => `${event.epoch}.${event.seq}`)
  return (
    new Set(ids).size === ids.length &&
    events.every(event => isEvent(event) && digestOf(eventText(event)) === event.digest) &&
    canonicalJson(derivedResponses(events)) === canonicalJson(responses) &&
    epochs.every(epoch => epoch.storedThrough === reachOf(events, epoch.epoch)) &&
    events.every(event => epochs.some(epoch => epoch.epoch === event.epoch)) &&
    credits.reduce((sum, credit) => sum + credit.minutes, 0) === attempt.creditMinutes
  )
}

type Placed = AttemptLine['events'][number]

function isEvent(event: Placed): event is Placed & ResponseEvent {
  const { seq, itemId, clientMs, kind, value } = event
  return ResponseEvent.safeParse({ seq, itemId, clientMs, kind, value }).success
}

/** The greatest seq up to which an epoch has no hole. */
function reachOf(events: readonly Placed[], epoch: number): number {
  const there = new Set(events.filter(event => event.epoch === epoch).map(event => event.seq))
  let seq = 0
  while (there.has(seq + 1)) seq += 1
  return seq
}
