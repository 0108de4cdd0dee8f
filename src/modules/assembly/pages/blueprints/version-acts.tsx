import { Button, Popconfirm } from 'antd'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { notice } from '../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { useAct } from '../../../../ui/use-endpoint.ts'
import { useWords } from '../../../../ui/words.ts'
import { type BlueprintBody, approveBlueprint, listBlueprints, saveBlueprint, showBlueprint, showBlueprintVersion } from '../../contract.ts'
import { StartRun } from '../runs/start-run.tsx'
import type { KeptVersion } from './kept-version.ts'
import { NextVersion } from './next-version.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Props = {
  readonly version: KeptVersion['version']
  readonly edited: BlueprintBody | null
  readonly faults: number
  readonly onSaved: () => void
}
const MOVED = [showBlueprintVersion, showBlueprint, listBlueprints]

/** A draft is saved by whoever writes it and approved by somebody else; from an approved version a run or a new draft is begun. */
export function VersionActs(props: Props) {
  return props.version.state === 'draft' ? <DraftActs {...props} /> : <ApprovedActs version={props.version} />
}

function DraftActs({ version, edited, faults, onSaved }: Props) {
  const words = useWords(zh, en).version
  const params = { blueprintVersionId: version.blueprintVersionId }
  const saving = useAct(saveBlueprint, MOVED)
  const approving = useAct(approveBlueprint, MOVED)
  const save = async () => {
    if (edited === null) return
    const body = { ...edited, lists: edited.lists.filter(list => list.codes.length > 0) }
    const reply = await saving.act({ params, body: { guard: version.guard, body } })
    if (!reply.ok) return
    notice(words.saved)
    onSaved()
  }
  const approve = async () => {
    const reply = await approving.act({ params, body: { guard: version.guard } })
    if (reply.ok) notice(words.approved)
  }
  const mayApprove = !version.isMine && edited === null && faults === 0
  return (
    <>
      <div className="z-acts">
        <Button type={edited ? 'primary' : 'default'} disabled={edited === null} loading={saving.busy} onClick={() => void save()}>
          {words.save}
        </Button>
        <Popconfirm
          title={words.approveAsk}
          okText={words.yes}
          cancelText={words.cancel}
          icon={null}
          disabled={!mayApprove}
          onConfirm={() => void approve()}
        >
          <Button type={mayApprove ? 'primary' : 'default'} disabled={!mayApprove} loading={approving.busy}>
            {words.approve}
          </Button>
        </Popconfirm>
      </div>
      {version.isMine && edited === null && (
        <StateWord tone="waiting" sentence>
          {words.own}
        </StateWord>
      )}
      <RefusalNote refusal={saving.refusal} what={words.saveRefused} />
      <RefusalNote refusal={approving.refusal} what={words.approveRefused} />
    </>
  )
}

function ApprovedActs({ version }: Pick<Props, 'version'>) {
  return (
    <div className="z-acts">
      <StartRun blueprintId={version.blueprintId} />
      <NextVersion versionId={version.blueprintVersionId} />
    </div>
  )
}
