import { Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { StateWord, type Tone } from '../../../../../ui/components/mark/state-word.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { useAct } from '../../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../../ui/words.ts'
import { sendToItemReview, showQueue } from '../../../contract.ts'
import { ALIKE_PERCENT } from '../looking/similar-list.tsx'
import type { Checks, Similar } from '../looking/use-checks.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

type Props = {
  readonly itemVersionId: string
  readonly faults: number
  readonly checks: Checks
  readonly similar: Similar
  readonly flush: () => Promise<boolean>
  readonly guard: () => number
  readonly onFaults: () => void
  readonly onClose: () => void
  readonly onSent: () => void
}

/** What is looked at before a draft is fixed: what must be right, and what the writer says they have seen. Mounted while it is open. */
export function SendDialog({ itemVersionId, faults, checks, similar, flush, guard, onFaults, onClose, onSent }: Props) {
  const words = useWords(zh, en).send
  const { act, busy, refusal } = useAct(sendToItemReview, [showQueue])
  const [seen, setSeen] = useState<readonly string[]>([])
  const errors = checks.findings.filter(finding => finding.severity === 'error').length
  const others = checks.findings.length - errors
  const alike = (similar.items ?? []).find(item => item.percent >= ALIKE_PERCENT)
  const asked = [...(others > 0 ? ['findings'] : []), ...(alike ? ['similar'] : [])]
  const isReady = faults === 0 && errors === 0 && !checks.busy && asked.every(one => seen.includes(one))
  const turn = (one: string) => setSeen(seen.includes(one) ? seen.filter(other => other !== one) : [...seen, one])
  const send = async () => {
    if (!isReady || !(await flush())) return
    const reply = await act({ params: { itemVersionId }, body: { guard: guard() } })
    if (reply.ok) onSent()
  }
  return (
    <Modal
      open
      title={words.title}
      okText={words.confirm}
      cancelText={words.cancel}
      okButtonProps={{ disabled: !isReady }}
      confirmLoading={busy}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <div className="z-stack">
        <p>{words.why}</p>
        <ul className="z-send-list">
          <li>
            <StateWord tone={toneOf(faults === 0, checks.busy)}>{words.complete}</StateWord>
            {faults > 0 && (
              <button type="button" className="z-link" onClick={onFaults}>
                {`${fill(words.blocked, { n: faults })}${words.toFaults}`}
              </button>
            )}
          </li>
          <li>
            <StateWord tone={toneOf(errors === 0, checks.busy)}>{words.quality}</StateWord>
          </li>
          {others > 0 && (
            <li>
              <Checkbox checked={seen.includes('findings')} onChange={() => turn('findings')}>
                {fill(words.looked, { n: others })}
              </Checkbox>
            </li>
          )}
          <li>
            {alike ? (
              <Checkbox checked={seen.includes('similar')} onChange={() => turn('similar')}>
                {fill(words.similarLooked, { code: alike.code, n: alike.percent })}
              </Checkbox>
            ) : (
              <StateWord tone="done">{fill(words.similar, { n: ALIKE_PERCENT })}</StateWord>
            )}
          </li>
        </ul>
        <RefusalNote refusal={refusal} what={words.refused} />
      </div>
    </Modal>
  )
}

function toneOf(isRight: boolean, busy: boolean): Tone {
  return busy ? 'running' : isRight ? 'done' : 'failing'
}
