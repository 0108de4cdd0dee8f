import { Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { StateWord, type Tone } from '../../../../../ui/components/mark/state-word.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { useAct } from '../../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
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
export function SendDialog(props: Props) {
  const { itemVersionId, faults, checks, flush, guard, onClose, onSent } = props
  const words = useWords(zh, en).send
  const { act, busy, refusal } = useAct(sendToItemReview, [showQueue])
  const [seen, setSeen] = useState<readonly string[]>([])
  const points = pointsOf(props)
  const isReady =
    faults === 0 && points.errors === 0 && !checks.busy && checks.failed === null && points.asked.every(one => seen.includes(one))
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
        <Points {...props} points={points} seen={seen} onTurn={turn} />
        <RefusalNote refusal={refusal} what={words.refused} />
      </div>
    </Modal>
  )
}

/** Errors and other findings in numbers, the item most alike, and what has to be ticked. */
function pointsOf({ checks, similar }: Pick<Props, 'checks' | 'similar'>) {
  const errors = checks.findings.filter(finding => finding.severity === 'error').length
  const others = checks.findings.length - errors
  const alike = (similar.items ?? []).find(item => item.percent >= ALIKE_PERCENT)
  return { errors, others, alike, asked: [...(others > 0 ? ['findings'] : []), ...(alike ? ['similar'] : [])] }
}

type PointsProps = Props & {
  readonly points: ReturnType<typeof pointsOf>
  readonly seen: readonly string[]
  readonly onTurn: (one: string) => void
}

function Points({ faults, checks, onFaults, points, seen, onTurn }: PointsProps) {
  const words = useWords(zh, en).send
  const language = useLanguage()
  const { errors, others, alike } = points
  return (
    <ul className="z-send-list">
      <li>
        <StateWord tone={toneOf(faults === 0, checks.busy)}>
          {faults === 0 ? words.complete : fill(words.incomplete, { n: faults })}
        </StateWord>
        {faults > 0 && (
          <button type="button" className="z-link" onClick={onFaults}>
            {words.toFaults}
          </button>
        )}
      </li>
      <li>
        <StateWord tone={toneOf(errors === 0 && checks.failed === null, checks.busy)}>
          {checks.failed ? words.unchecked : errors === 0 ? words.quality : fill(words.errors, { n: errors })}
        </StateWord>
        {checks.failed && <span>{checks.failed.told[language]}</span>}
      </li>
      {others > 0 && (
        <li>
          <Checkbox checked={seen.includes('findings')} onChange={() => onTurn('findings')}>
            {fill(words.looked, { n: others })}
          </Checkbox>
        </li>
      )}
      <li>
        {alike ? (
          <Checkbox checked={seen.includes('similar')} onChange={() => onTurn('similar')}>
            {fill(words.similarLooked, { code: alike.code, n: alike.percent })}
          </Checkbox>
        ) : (
          <StateWord tone="done">{fill(words.similar, { n: ALIKE_PERCENT })}</StateWord>
        )}
      </li>
    </ul>
  )
}

function toneOf(isRight: boolean, busy: boolean): Tone {
  return busy ? 'running' : isRight ? 'done' : 'failing'
}
