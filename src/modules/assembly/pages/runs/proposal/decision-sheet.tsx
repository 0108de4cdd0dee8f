import { Button, Input, Modal, Popconfirm } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { instant } from '../../../../../kernel/instant.ts'
import { Facts } from '../../../../../ui/components/facts/facts.tsx'
import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { notice } from '../../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../../ui/components/page/sheet.tsx'
import type { AnswerOf } from '../../../../../ui/client.ts'
import { showInstant } from '../../../../../ui/format.ts'
import { useAct } from '../../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { acceptProposal, compareForms, discardProposal, listForms, showProposal, showRun } from '../../../contract.ts'
import type { RunAnswer } from '../answers.ts'
import { PROPOSAL_TONES } from '../run-tones.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

type Props = { readonly run: RunAnswer['run']; readonly proposal: AnswerOf<typeof showProposal>['proposal'] }
const MOVED = [showProposal, showRun, compareForms, listForms]

/** What became of a proposed form, or the two acts that decide on it. */
export function DecisionSheet({ run, proposal }: Props) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const { state, decidedAt, decidedBy, formId } = proposal
  const facts = [
    { label: words.proposal.state, value: <StateWord tone={PROPOSAL_TONES[state]}>{words.forms.states[state]}</StateWord> },
    { label: words.run.by, value: run.startedBy },
    { label: words.proposal.swaps, value: fill(words.proposal.swapsOf, { n: proposal.swaps }) },
    ...(decidedAt === null ? [] : [{ label: words.proposal.decided, value: showInstant(instant(decidedAt), language) }]),
    ...(decidedBy === null ? [] : [{ label: words.proposal.by, value: decidedBy }]),
    ...(formId === null ? [] : [{ label: words.proposal.form, value: <Link to={`/forms/${formId}`}>{words.proposal.openForm}</Link> }]),
  ]
  return (
    <Sheet title={words.proposal.decision}>
      <div className="z-stack">
        <Facts facts={facts} />
        {state === 'proposed' && <Decide run={run} proposal={proposal} />}
      </div>
    </Sheet>
  )
}

function Decide({ run, proposal }: Props) {
  const words = useWords(zh, en).proposal
  const params = { runId: run.runId, number: proposal.number }
  const { act, busy, refusal } = useAct(acceptProposal, MOVED)
  const accept = async () => {
    const reply = await act({ params, body: { guard: proposal.guard } })
    if (reply.ok) notice(words.accepted)
  }
  return (
    <>
      {run.isMine && (
        <StateWord tone="waiting" sentence>
          {words.own}
        </StateWord>
      )}
      <div className="z-acts">
        <Popconfirm
          title={words.acceptAsk}
          okText={words.yes}
          cancelText={words.cancel}
          icon={null}
          disabled={run.isMine}
          onConfirm={() => void accept()}
        >
          <Button type="primary" loading={busy} disabled={run.isMine}>
            {words.accept}
          </Button>
        </Popconfirm>
        <Discard params={params} guard={proposal.guard} />
      </div>
      <RefusalNote refusal={refusal} what={words.acceptRefused} />
    </>
  )
}

function Discard({ params, guard }: { readonly params: { readonly runId: string; readonly number: number }; readonly guard: number }) {
  const words = useWords(zh, en).proposal
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const { act, busy, refusal } = useAct(discardProposal, MOVED)
  const discard = async () => {
    const reply = await act({ params, body: { guard, reason } })
    if (!reply.ok) return
    setAsking(false)
    notice(words.discarded, 'ended')
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>{words.discard}</Button>
      <Modal
        open={asking}
        title={words.discard}
        okText={words.discard}
        cancelText={words.cancel}
        okButtonProps={{ danger: true, loading: busy, disabled: reason.trim() === '' }}
        onOk={() => void discard()}
        onCancel={() => setAsking(false)}
      >
        <div className="z-stack">
          <p>{words.discardAsk}</p>
          <Input.TextArea
            rows={2}
            maxLength={400}
            value={reason}
            placeholder={words.reason}
            aria-label={words.reason}
            onChange={event => setReason(event.target.value)}
          />
          <RefusalNote refusal={refusal} what={words.discardRefused} />
        </div>
      </Modal>
    </>
  )
}
