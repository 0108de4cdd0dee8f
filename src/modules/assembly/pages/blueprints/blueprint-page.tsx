import { Select } from 'antd'
import type { ReactNode } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import type { AnswerOf } from '../../../../ui/client.ts'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import { showBlueprint, showBlueprintVersion } from '../../contract.ts'
import { BlueprintEditor } from './blueprint-editor.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import '../assembly.css'

/** A blueprint at one of its versions, the newest unless the address names another. */
export function BlueprintPage() {
  const words = useWords(zh, en)
  const { blueprintId = '' } = useParams()
  const [address] = useSearchParams()
  const read = useRead(showBlueprint, { params: { blueprintId } })
  if (read.isError)
    return <RefusalNote refusal={read.error.told} next={<Link to="/blueprints">{words.title}</Link>} onRetry={() => void read.refetch()} />
  if (read.isPending) return <WaitingSkeleton lines={8} />
  const { versions } = read.data
  const wanted = versions.find(each => each.blueprintVersionId === address.get('version')) ?? versions[0]
  if (wanted === undefined) return null
  const id = wanted.blueprintVersionId
  return <Version key={id} id={id} picker={<VersionPicker versions={versions} chosen={id} />} />
}

function Version({ id, picker }: { readonly id: string; readonly picker: ReactNode }) {
  const read = useRead(showBlueprintVersion, { params: { blueprintVersionId: id } })
  if (read.isError) return <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />
  return read.isPending ? <WaitingSkeleton lines={8} /> : <BlueprintEditor kept={read.data} picker={picker} />
}

type Versions = AnswerOf<typeof showBlueprint>['versions']

function VersionPicker({ versions, chosen }: { readonly versions: Versions; readonly chosen: string }) {
  const words = useWords(zh, en)
  const [, setAddress] = useSearchParams()
  return (
    <Select
      aria-label={words.version.choose}
      value={chosen}
      popupMatchSelectWidth={false}
      options={versions.map(each => ({
        value: each.blueprintVersionId,
        label: fill(words.version.option, { n: each.number, state: words.states[each.state] }),
      }))}
      onChange={version => setAddress({ version }, { replace: true })}
    />
  )
}
