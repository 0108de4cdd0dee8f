import type { ReactNode } from 'react'
import { clockOf, instant } from '../../../../../kernel/instant.ts'
import { SealMark } from '../../../../../ui/components/mark/seal-mark.tsx'
import type { AnswerOf } from '../../../../../ui/client.ts'
import { showInstant } from '../../../../../ui/format.ts'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { INCIDENT_REASONS, MALPRACTICE_REASONS, type readRoomRecord } from '../../../contract.ts'
import { personOf } from '../desk/ago.ts'
import { useHall } from '../desk/hall.ts'
import { en as deskEn } from '../desk/words.en.ts'
import { zh as deskZh } from '../desk/words.zh.ts'
import { useWall } from '../wall/wall-provider.tsx'
import { checkpointText, qrPath } from './qr-path.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export type RoomRecord = AnswerOf<typeof readRoomRecord>
type Props = { readonly record: RoomRecord }

/** The sheet itself: facts, figures, what happened, signatures. Black first; it survives any printer. */
export function RecordSheet({ record, drawnUpAt }: Props & { readonly drawnUpAt: number }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const { offsetMs } = useHall()
  return (
    <article className="h-paper">
      <header className="h-paper-head">
        <SealMark size={40} />
        <div>
          <h2>{words.heading}</h2>
          <p>{words.copy}</p>
        </div>
        <p className="h-paper-time">{fill(words.printedAt, { time: showInstant(instant(Math.round(drawnUpAt + offsetMs)), language) })}</p>
      </header>
      <RecordFacts record={record} />
      <RecordCounts record={record} />
      <AbsentPart record={record} />
      <ReceiptPart record={record} />
      <HaltPart record={record} />
      <CreditPart record={record} />
      <IncidentPart record={record} />
      <MalpracticePart record={record} />
      <LatePart record={record} />
      <section className="h-paper-remarks">
        <h3>{words.remarks}</h3>
      </section>
      <footer className="h-paper-foot">
        <dl className="h-paper-signs">
          {[words.signs.invigilators, words.signs.manager, words.signs.date].map(sign => (
            <div key={sign}>
              <dt>{sign}</dt>
              <dd />
            </div>
          ))}
        </dl>
        {record.checkpoint && <Checkpoint checkpoint={record.checkpoint} />}
      </footer>
    </article>
  )
}

function RecordFacts({ record }: Props) {
  const words = useWords(zh, en).facts
  const language = useLanguage()
  const facts = [
    [words.site, record.siteName],
    [words.session, record.title],
    [words.sitting, record.sitting],
    [words.room, record.roomLabel],
    [words.opens, showInstant(instant(record.opensAt), language)],
    [words.closed, record.closedAt === null ? words.open : showInstant(instant(record.closedAt), language)],
  ] as const
  return (
    <dl className="h-paper-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function RecordCounts({ record }: Props) {
  const words = useWords(zh, en)
  return (
    <dl className="h-paper-counts">
      {(['expected', 'checkedIn', 'absent', 'handedIn', 'ended'] as const).map(name => (
        <div key={name}>
          <dt>{words.counts[name]}</dt>
          <dd>{fill(words.people, { n: record.counts[name] })}</dd>
        </div>
      ))}
    </dl>
  )
}

type PartProps = {
  readonly title: string
  readonly none: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly [string, ...ReactNode[]])[]
}

/** A part of the sheet: its rows, or the sentence that there are none. The first entry of a row is its key. */
function Part({ title, none, heads, rows }: PartProps) {
  return (
    <section className="h-paper-part">
      <h3>{title}</h3>
      {rows.length === 0 ? (
        <p>{none}</p>
      ) : (
        <table>
          <thead>
            <tr>
              {heads.map(head => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([key, ...cells]) => (
              <tr key={key}>
                {cells.map((cell, at) => (
                  <td key={heads[at]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

const time = (at: number) => clockOf(instant(at))
const minutesOf = (from: number, to: number | null) => (to === null ? '' : String(Math.ceil((to - from) / 60_000)))

function useTelling({ people }: RoomRecord) {
  const words = useWords(zh, en)
  const desk = useWords(deskZh, deskEn)
  const language = useLanguage()
  const { state } = useWall()
  const reasons: Readonly<Record<string, { zh: string; en: string }>> = {
    ...INCIDENT_REASONS,
    ...MALPRACTICE_REASONS,
    pause: { zh: words.kinds.pause, en: words.kinds.pause },
    fault: { zh: words.kinds.fault, en: words.kinds.fault },
  }
  const person = (ref: string) => personOf(ref, people, desk.system)
  return {
    reason: (code: string) => reasons[code]?.[language] ?? code,
    by: (first: string | null, second: string | null) =>
      first === null ? '' : second === null ? person(first) : fill(words.both, { first: person(first), second: person(second) }),
    seat: ({ candidateRef = null, attemptId = null }: { candidateRef?: string | null; attemptId?: string | null }) => {
      const found = state.seats.find(
        one => (candidateRef !== null && one.candidateRef === candidateRef) || (attemptId !== null && one.attemptId === attemptId),
      )
      return found ? `${found.seatLabel} ${found.maskedName ?? ''}` : ''
    },
  }
}

function AbsentPart({ record }: Props) {
  const words = useWords(zh, en)
  const { seat, name, ticket } = words.columns
  return (
    <Part
      title={words.absent}
      none={words.absentNone}
      heads={[seat, name, ticket]}
      rows={record.absent.map(one => [one.ticketNumber, one.seatLabel, one.maskedName, one.ticketNumber])}
    />
  )
}

function ReceiptPart({ record }: Props) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const { seat, name, handedInAt, code } = words.columns
  return (
    <Part
      title={words.receipts}
      none={words.receiptsNone}
      heads={[seat, name, handedInAt, code]}
      rows={record.receipts.map(one => [
        one.receiptCode,
        one.seatLabel,
        one.maskedName,
        showInstant(instant(one.endedAt), language),
        <span key="code" className="z-number">
          {one.receiptCode}
        </span>,
      ])}
    />
  )
}

function HaltPart({ record }: Props) {
  const words = useWords(zh, en)
  const tell = useTelling(record)
  const { kind, scope, from, to, minutes, reason, note } = words.columns
  return (
    <Part
      title={words.halts}
      none={words.haltsNone}
      heads={[kind, scope, from, to, minutes, reason, note]}
      rows={record.halts.map(halt => [
        halt.haltId,
        words.kinds[halt.kind],
        halt.roomLabel ?? words.site,
        time(halt.fromAt),
        halt.toAt === null ? words.running : time(halt.toAt),
        minutesOf(halt.fromAt, halt.toAt),
        tell.reason(halt.reason),
        [halt.outcome === 'stopped' ? words.stoppedHere : '', halt.note].filter(Boolean).join(' '),
      ])}
    />
  )
}

function CreditPart({ record }: Props) {
  const words = useWords(zh, en)
  const tell = useTelling(record)
  const { scope, from, to, minutes, reason, note, by } = words.columns
  return (
    <Part
      title={words.credits}
      none={words.creditsNone}
      heads={[scope, from, to, minutes, reason, note, by]}
      rows={record.credits.map(credit => [
        credit.creditId,
        tell.seat(credit) || (credit.roomLabel ?? words.site),
        time(credit.fromAt),
        time(credit.toAt),
        minutesOf(credit.fromAt, credit.toAt),
        tell.reason(credit.cause),
        [words.creditStates[credit.state], credit.note].filter(Boolean).join(' '),
        tell.by(credit.decidedBy ?? credit.proposedBy, credit.witness),
      ])}
    />
  )
}

function IncidentPart({ record }: Props) {
  const words = useWords(zh, en)
  const tell = useTelling(record)
  const { at, scope, reason, note, by } = words.columns
  return (
    <Part
      title={words.incidents}
      none={words.incidentsNone}
      heads={[at, scope, reason, note, by]}
      rows={record.incidents.map(one => [
        one.id,
        time(one.recordedAt),
        tell.seat(one) || words.site,
        tell.reason(one.reason),
        one.note,
        tell.by(one.recordedBy, null),
      ])}
    />
  )
}

function MalpracticePart({ record }: Props) {
  const words = useWords(zh, en)
  const tell = useTelling(record)
  const { at, seat, reason, stopped, note, by } = words.columns
  return (
    <Part
      title={words.malpractice}
      none={words.malpracticeNone}
      heads={[at, seat, reason, stopped, note, by]}
      rows={record.malpractice.map(one => [
        one.id,
        time(one.at),
        tell.seat(one),
        tell.reason(one.reason),
        one.stopped ? words.stopped : words.kept,
        one.note,
        tell.by(one.by, one.witness),
      ])}
    />
  )
}

function LatePart({ record }: Props) {
  const words = useWords(zh, en)
  const tell = useTelling(record)
  const { at, seat, events, decision, reason, note, by } = words.columns
  return (
    <>
      <Part
        title={words.late}
        none={words.lateNone}
        heads={[at, seat, events, decision, reason, note, by]}
        rows={record.lateDecisions.map(one => [
          one.actId,
          time(one.at),
          tell.seat(one),
          fill(words.lateEvents, { n: one.events }),
          one.take ? words.lateTaken : words.lateLeft,
          tell.reason(one.reason),
          one.note,
          tell.by(one.by, one.witness),
        ])}
      />
      {record.lateWaiting > 0 && <p>{fill(words.lateWaiting, { n: record.lateWaiting })}</p>}
    </>
  )
}

function Checkpoint({ checkpoint }: { readonly checkpoint: NonNullable<RoomRecord['checkpoint']> }) {
  const words = useWords(zh, en)
  const { size, path } = qrPath(checkpointText(checkpoint))
  return (
    <figure className="h-paper-code">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={words.checkpoint} shapeRendering="crispEdges">
        <path d={`M0 0h${size}v${size}H0z`} fill="#fff" />
        <path d={path} />
      </svg>
      <figcaption>
        <strong>{words.checkpoint}</strong>
        <span>{fill(words.checkpointText, { chain: checkpoint.chain, seq: checkpoint.seq })}</span>
        <code>{checkpoint.hash.slice(0, 32)}</code>
        <span>{words.checkpointHow}</span>
      </figcaption>
    </figure>
  )
}
