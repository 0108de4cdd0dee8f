import type { ReactNode } from 'react'
import { useState } from '../../../../../ui/hooks.ts'
import { fill } from '../../../../../ui/words.ts'
import { dayText } from '../../../core/world/calendar.ts'
import { worldTime } from '../../../core/world/ids.ts'
import { CommandForm } from '../../../pages/parts/command-form.tsx'
import { Lines } from './lines.tsx'
import { accountChoices, spaced } from './text.ts'
import type { BankProps, Inside } from './view.ts'
import { words as all } from './words.ts'

const words = all.statements
type Line = Inside['lines'][number]

/** 交易明细: every entry, files of them to take away, and the way to deny one. */
export function Statements(props: BankProps) {
  const { view } = props
  const [denied, setDenied] = useState<Line | null>(null)
  return (
    <>
      <h2>{words.title}</h2>
      {denied !== null && <Deny {...props} line={denied} onBack={() => setDenied(null)} />}
      <Lines label={words.title} lines={view.lines.toReversed()} doing={line => doingOf(view, line, () => setDenied(line))} />
      <Files {...props} />
    </>
  )
}

function doingOf(view: Inside, line: Line, onDeny: () => void): ReactNode {
  const dispute = view.disputes.find(d => d.ref === line.ref)
  if (dispute !== undefined) return words.disputes[dispute.state] ?? dispute.state
  if (line.amount >= 0) return null
  return (
    <button type="button" className="z-link" aria-label={`${words.dispute} ${line.ref}`} onClick={onDeny}>
      {words.dispute}
    </button>
  )
}

function Deny(props: BankProps & { readonly line: Line; readonly onBack: () => void }) {
  const { line, onBack } = props
  const title = fill(words.disputeTitle, { ref: line.ref })
  return (
    <section className="bank-inset" aria-label={title}>
      <h3>{title}</h3>
      <CommandForm
        {...props}
        name={title}
        type="bank.dispute.open"
        fields={[{ name: 'reason', zh: words.reason, kind: 'area', rows: 2 }]}
        data={v => ({ account: line.account, ref: line.ref, reason: (v['reason'] ?? '').trim() })}
        submit={words.disputeSend}
        onDone={onBack}
      >
        <p className="lab-field-wide">
          <button type="button" className="z-link" onClick={onBack}>
            {words.back}
          </button>
        </p>
      </CommandForm>
    </section>
  )
}

function Files(props: BankProps) {
  const { view, fileUrl, around } = props
  const accounts = accountChoices(view.accounts)
  const today = dayText(worldTime(around.now))
  return (
    <>
      <h3>{words.files}</h3>
      <CommandForm
        {...props}
        name={words.make}
        type="bank.statement.download"
        fields={[
          { name: 'account', zh: words.account, kind: 'choice', choices: accounts, first: accounts[0]?.[0] ?? '' },
          { name: 'from', zh: words.from, kind: 'date', first: `${today.slice(0, 8)}01` },
          { name: 'until', zh: words.until, kind: 'date', first: today },
        ]}
        data={v => ({ account: v['account'] ?? '', from: v['from'] ?? '', until: v['until'] ?? '' })}
        submit={words.make}
        minor
        stays
      />
      {view.statements.length === 0 && <p className="lab-empty">{words.noFiles}</p>}
      <ul className="bank-files">
        {view.statements.toReversed().map(({ id, account, from, until, rows }) => (
          <li key={id}>
            <span>
              {spaced(account)}　{dayText(worldTime(from))} 至 {dayText(worldTime(until - 1))}
            </span>
            <span className="z-note">{fill(words.rows, { n: rows })}</span>
            <a href={fileUrl('bank', id)} download={`${id}.csv`}>
              {words.download}
              <span className="z-unseen">{id}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
