import { Checkbox } from 'antd'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { listCandidateGroups, showCandidateGroup } from '../../contract.ts'
import { Field } from '../blueprints/fields/field.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Props = {
  readonly versionId: string
  /** Forms that are to be made; null when the blueprint says how many. */
  readonly forms: number | null
  readonly chosen: readonly string[]
  readonly onChoose: (groupIds: readonly string[]) => void
}

/** Groups of candidates whose met items stay out of a run, each chosen one with what the bank has without them. */
export function CandidateGroups({ versionId, forms, chosen, onChoose }: Props) {
  const words = useWords(zh, en).seen
  const language = useLanguage()
  const read = useRead(listCandidateGroups, { params: { blueprintVersionId: versionId } })
  const groups = read.data?.groups ?? []
  return (
    <Field label={words.title} note={words.note}>
      <RefusalNote refusal={read.error?.told} />
      {read.data && groups.length === 0 && <p>{words.none}</p>}
      {groups.map(({ groupId, name, persons }) => (
        <div key={groupId}>
          <Checkbox
            checked={chosen.includes(groupId)}
            onChange={({ target }) => onChoose(target.checked ? [...chosen, groupId] : chosen.filter(each => each !== groupId))}
          >
            {fill(words.group, { name: name[language], n: persons })}
          </Checkbox>
          {chosen.includes(groupId) && <GroupEffect versionId={versionId} groupId={groupId} forms={forms} />}
        </div>
      ))}
    </Field>
  )
}

type EffectProps = Pick<Props, 'versionId' | 'forms'> & { readonly groupId: string }

/** What keeping out a group's items would leave, before the run is ordered. */
function GroupEffect({ versionId, groupId, forms }: EffectProps) {
  const words = useWords(zh, en).seen
  const read = useRead(showCandidateGroup, { params: { blueprintVersionId: versionId, groupId } })
  if (read.isError) return <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />
  if (read.isPending) return <p className="z-note">{words.counting}</p>
  const { met, items, supply } = read.data
  const isShort = supply.papers < (forms ?? 1)
  return (
    <p className="z-group-effect">
      <StateWord tone={isShort ? 'failing' : 'done'} sentence>
        {fill(met === 0 ? words.unmet : words.effect, { met, items, left: supply.items, papers: supply.papers })}
      </StateWord>
    </p>
  )
}
