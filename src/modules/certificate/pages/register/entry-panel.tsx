import { Button } from 'antd'
import { useState } from 'react'
import { instant } from '../../../../kernel/instant.ts'
import { hundredths, showMarks } from '../../../../kernel/marks.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import { Facts } from '../../../../ui/components/facts/facts.tsx'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { notice } from '../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { showDate, showInstant } from '../../../../ui/format.ts'
import { useAct, useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import {
  decideOnRevocation,
  listCertificates,
  listOpenRevocations,
  type RegisterRow,
  type RevocationRow,
  showCertificate,
} from '../../contract.ts'
import { PrintButton } from '../own-certificates-page.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { ReplaceForm, RevokeForm } from './change-forms.tsx'

/** What changes on the page when a certificate does. */
const CHANGED = [showCertificate, listCertificates, listOpenRevocations]

/** One certificate in the side panel: what is certified, its sheets, its revocations; changes for the national centre. */
export function EntryPanel({ number, mayChange }: { readonly number: string; readonly mayChange: boolean }) {
  const words = useWords(zh, en).register
  const read = useRead(showCertificate, { params: { number } })
  const [form, setForm] = useState<'none' | 'replace' | 'revoke'>('none')
  if (read.isPending) return <WaitingSkeleton lines={8} />
  if (read.isError) return <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />
  const { certificate, sheets, revocations } = read.data
  const open = revocations.some(r => r.state === 'proposed')
  return (
    <div className="z-stack">
      <EntryFacts certificate={certificate} />
      <SheetList sheets={sheets} />
      {revocations.length > 0 && (
        <Sheet title={words.proposals}>
          {revocations.map(revocation => (
            <Proposal key={revocation.revocationId} revocation={revocation} mayDecide={mayChange} />
          ))}
        </Sheet>
      )}
      <div className="zc-acts">
        <PrintButton number={number} label={words.print} />
        {mayChange && certificate.state === 'valid' && (
          <>
            <Button onClick={() => setForm('replace')}>{words.replace}</Button>
            {!open && (
              <Button danger onClick={() => setForm('revoke')}>
                {words.revoke}
              </Button>
            )}
          </>
        )}
      </div>
      {form === 'replace' && <ReplaceForm number={number} onDone={() => setForm('none')} />}
      {form === 'revoke' && <RevokeForm number={number} onDone={() => setForm('none')} />}
    </div>
  )
}

function EntryFacts({ certificate: c }: { readonly certificate: RegisterRow }) {
  const words = useWords(zh, en).register
  const language = useLanguage()
  const mark = (m: number | null) => (m === null ? '—' : showMarks(hundredths(m)))
  return (
    <Sheet title={words.facts}>
      <Facts
        columns={2}
        facts={[
          { label: words.holder, value: c.holderName },
          { label: words.id, value: c.idMasked },
          { label: words.levelColumn, value: c.title, note: c.occupation },
          { label: words.issuedOn, value: showDate(localDate(c.issuedOn), language) },
          { label: words.issuer, value: c.issuer },
          {
            label: words.session,
            value: c.sessionCode,
            note: fill(words.marks, { theory: mark(c.marks.theory), practical: mark(c.marks.practical) }),
          },
        ]}
      />
    </Sheet>
  )
}

type SheetRow = {
  readonly sheet: string
  readonly state: RegisterRow['state']
  readonly at: number | null
  readonly remarks: readonly { readonly zh: string; readonly en: string }[]
}

function SheetList({ sheets }: { readonly sheets: readonly SheetRow[] }) {
  const words = useWords(zh, en).register
  const language = useLanguage()
  return (
    <Sheet title={words.sheets}>
      <Facts
        facts={sheets.map(s => ({
          label: fill(words.sheetOf, { n: Number(s.sheet.slice(-2)) }),
          value: (
            <span className="zc-sheet">
              {s.sheet}
              <StateWord tone={s.state === 'valid' ? 'done' : s.state === 'revoked' ? 'failing' : 'ended'}>
                {words.states[s.state]}
              </StateWord>
            </span>
          ),
          note: [s.at === null ? '' : showInstant(instant(s.at), language), ...s.remarks.map(r => r[language])].filter(Boolean).join(' · '),
        }))}
      />
    </Sheet>
  )
}

function Proposal({ revocation: r, mayDecide }: { readonly revocation: RevocationRow; readonly mayDecide: boolean }) {
  const words = useWords(zh, en).register
  const language = useLanguage()
  const decide = useAct(decideOnRevocation, CHANGED)
  const send = async (approve: boolean) => {
    const reply = await decide.act({ params: { number: r.number, revocationId: r.revocationId }, body: { approve } })
    if (reply.ok) notice(words.decidedDone)
  }
  const tone = r.state === 'proposed' ? 'waiting' : r.state === 'approved' ? 'failing' : 'ended'
  return (
    <div className="zc-proposal">
      <StateWord tone={tone}>{words.proposalStates[r.state]}</StateWord>
      <p>{r.reason}</p>
      <p className="z-note">{showInstant(instant(r.proposedAt), language)}</p>
      {r.state === 'proposed' &&
        mayDecide &&
        (r.own ? (
          <p className="z-note">{words.own}</p>
        ) : (
          <div className="zc-acts">
            <Button danger type="primary" loading={decide.busy} onClick={() => void send(true)}>
              {words.approve}
            </Button>
            <Button onClick={() => void send(false)}>{words.decline}</Button>
          </div>
        ))}
      <RefusalNote refusal={decide.refusal} />
    </div>
  )
}
