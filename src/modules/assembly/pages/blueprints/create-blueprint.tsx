import { Button, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { notice } from '../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { useAct } from '../../../../ui/use-endpoint.ts'
import { useWords } from '../../../../ui/words.ts'
import { levelChoices } from '../../../item-bank/contract.ts'
import { BLUEPRINT_PARTS, type BlueprintPart, createBlueprint, listBlueprints } from '../../contract.ts'
import { Field } from './fields/field.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const CHOICES = levelChoices()

/** A first draft from the weight table of a level. */
export function CreateBlueprint() {
  const words = useWords(zh, en).create
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button type="primary" onClick={() => setAsking(true)}>
        {words.open}
      </Button>
      {asking && <CreateDialog onClose={() => setAsking(false)} />}
    </>
  )
}

function CreateDialog({ onClose }: { readonly onClose: () => void }) {
  const { create: words, parts } = useWords(zh, en)
  const navigate = useNavigate()
  const [editionId, setEdition] = useState('ec-2005')
  const [key, setKey] = useState('L4')
  const [part, setPart] = useState<BlueprintPart>('theory')
  const levels = CHOICES.find(each => each.editionId === editionId)?.levels ?? []
  const chosen = levels.find(each => each.key === key) ?? levels[0]
  const { act, busy, refusal } = useAct(createBlueprint, [listBlueprints])
  const create = async () => {
    if (chosen === undefined) return
    const reply = await act({ body: { editionId, level: chosen.level, workType: chosen.workType, part } })
    if (!reply.ok) return
    notice(words.done)
    void navigate(`/blueprints/${reply.value.version.blueprintId}`)
  }
  return (
    <Modal
      open
      title={words.title}
      okText={words.go}
      cancelText={words.cancel}
      okButtonProps={{ loading: busy }}
      onOk={() => void create()}
      onCancel={onClose}
    >
      <div className="z-stack">
        <Field label={words.edition}>
          <Select
            aria-label={words.edition}
            value={editionId}
            style={{ width: '100%' }}
            options={CHOICES.map(each => ({ value: each.editionId, label: each.title }))}
            onChange={setEdition}
          />
        </Field>
        <Field label={words.level}>
          <Select
            aria-label={words.level}
            value={chosen?.key ?? null}
            style={{ width: '100%' }}
            options={levels.map(each => ({ value: each.key, label: each.name }))}
            onChange={value => value !== null && setKey(value)}
          />
        </Field>
        <Field label={words.part}>
          <Radio.Group
            value={part}
            options={BLUEPRINT_PARTS.map(each => ({ value: each, label: parts[each] }))}
            onChange={event => setPart(event.target.value as BlueprintPart)}
          />
        </Field>
        <RefusalNote refusal={refusal} what={words.refused} />
      </div>
    </Modal>
  )
}
