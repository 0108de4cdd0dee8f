import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { AnswerOf } from '../../../ui/client.ts'
import { StateWord } from '../../../ui/components/mark/state-word.tsx'
import { RefusalNote } from '../../../ui/components/page/refusal-note.tsx'
import { useAct } from '../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../ui/words.ts'
import { verifyAuditChains } from '../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Outcome = AnswerOf<typeof verifyAuditChains>

/** Reading the whole log on request: the button that starts it, and what it found. */
export function useVerification(): { readonly button: ReactNode; readonly found: ReactNode } {
  const words = useWords(zh, en)
  const { act, busy, refusal } = useAct(verifyAuditChains)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const verify = async () => {
    const reply = await act({})
    if (reply.ok) setOutcome(reply.value)
  }
  const button = (
    <Button type="primary" disabled={busy} onClick={() => void verify()}>
      {busy ? words.verifying : words.verify}
    </Button>
  )
  const found = (
    <div aria-live="polite" className="z-audit-found">
      {outcome && !busy && <OutcomeWords outcome={outcome} />}
      <RefusalNote refusal={refusal} what={words.refused} />
    </div>
  )
  return { button, found }
}

function OutcomeWords({ outcome }: { readonly outcome: Outcome }) {
  const words = useWords(zh, en)
  const { entries, chains, faults } = outcome
  const sound = faults.length === 0
  return (
    <div className="z-audit-outcome">
      <StateWord tone={sound ? 'done' : 'failing'} strong>
        {sound ? words.sound : fill(words.unsound, { n: faults.length })}
      </StateWord>
      <p>{fill(sound ? words.soundHow : words.unsoundHow, { entries, chains })}</p>
      {!sound && <FaultTable faults={faults} />}
    </div>
  )
}

function FaultTable({ faults }: { readonly faults: Outcome['faults'] }) {
  const words = useWords(zh, en)
  const names: Readonly<Record<string, string>> = words.faults
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.chain}</th>
          <th scope="col">{words.seq}</th>
          <th scope="col">{words.event}</th>
        </tr>
      </thead>
      <tbody>
        {faults.map(fault => (
          <tr key={`${fault.chain} ${fault.seq} ${fault.kind}`}>
            <td>{fault.chain}</td>
            <td>{fault.seq}</td>
            <td>{names[fault.kind] ?? fault.kind}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
