import { Button, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { notice } from '../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import type { AnswerOf } from '../../../../ui/client.ts'
import { useAct, useRead } from '../../../../ui/use-endpoint.ts'
import { type Language, fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { listBlueprints, listRuns, showBlueprint, startRun } from '../../contract.ts'
import { Field } from '../blueprints/fields/field.tsx'
import { editionText, levelText } from '../blueprints/place-text.ts'
import { CandidateGroups } from './candidate-groups.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Starts a run from the newest approved version of a blueprint; the blueprint is chosen unless it is given. */
export function StartRun({ blueprintId }: { readonly blueprintId?: string }) {
  const words = useWords(zh, en).start
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button type="primary" onClick={() => setAsking(true)}>
        {words.open}
      </Button>
      {asking && <StartDialog given={blueprintId} onClose={() => setAsking(false)} />}
    </>
  )
}

function StartDialog({ given, onClose }: { readonly given: string | undefined; readonly onClose: () => void }) {
  const words = useWords(zh, en).start
  const navigate = useNavigate()
  const [chosen, setChosen] = useState(given)
  const [forms, setForms] = useState<number | null>(null)
  const [groups, setGroups] = useState<readonly string[]>([])
  const versions = useRead(showBlueprint, { params: { blueprintId: chosen ?? '' } }, { enabled: chosen !== undefined })
  const approved = versions.data?.versions.find(version => version.state === 'approved')
  const { act, busy, refusal } = useAct(startRun, [listRuns])
  const choose = (blueprintId: string) => {
    setChosen(blueprintId)
    setGroups([])
  }
  const start = async () => {
    if (approved === undefined) return
    const { blueprintVersionId } = approved
    const reply = await act({ params: { blueprintVersionId }, body: { forms, candidateGroupIds: [...groups], seenItemIds: [] } })
    if (!reply.ok) return
    notice(words.done)
    void navigate(`/assembly-runs/${reply.value.runId}`)
  }
  return (
    <Modal
      open
      title={words.title}
      okText={words.go}
      cancelText={words.cancel}
      okButtonProps={{ loading: busy, disabled: approved === undefined }}
      onOk={() => void start()}
      onCancel={onClose}
    >
      <div className="z-stack">
        <ChooseBlueprint chosen={chosen} onChoose={choose} />
        {approved && <p className="z-note">{fill(words.version, { n: approved.number })}</p>}
        {versions.data && !approved && <p>{words.noneApproved}</p>}
        <Field label={words.forms} note={words.asBlueprint}>
          <InputNumber aria-label={words.forms} value={forms} min={1} max={50} precision={0} onChange={setForms} />
        </Field>
        {approved && <CandidateGroups versionId={approved.blueprintVersionId} forms={forms} chosen={groups} onChoose={setGroups} />}
        <RefusalNote refusal={refusal ?? versions.error?.told} what={words.refused} />
      </div>
    </Modal>
  )
}

function ChooseBlueprint({ chosen, onChoose }: { readonly chosen: string | undefined; readonly onChoose: (id: string) => void }) {
  const words = useWords(zh, en).start
  const language = useLanguage()
  const read = useRead(listBlueprints, { query: {} })
  const usable = read.data?.blueprints.filter(each => each.isUsable) ?? []
  if (read.data && usable.length === 0) return <p>{words.none}</p>
  return (
    <Field label={words.blueprint}>
      <Select
        aria-label={words.blueprint}
        value={chosen ?? null}
        placeholder={words.choose}
        style={{ width: '100%' }}
        options={usable.map(({ newest }) => ({
          value: newest.blueprintId,
          label: labelOf(newest, language),
        }))}
        onChange={id => id !== null && onChoose(id)}
      />
    </Field>
  )
}

type Newest = AnswerOf<typeof listBlueprints>['blueprints'][number]['newest']

/** The title, and the level and edition where it does not name them itself. */
function labelOf({ title, place }: Newest, language: Language): string {
  return [title, ...[levelText(place, language), editionText(place)].filter(part => !title.includes(part))].join(' · ')
}
