import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { fill, useWords } from '../../../../ui/words.ts'
import { type Opened, type Reading, useReading } from '../shared/use-reading.ts'
import type { ShownVersion } from '../shared/versions.ts'
import { en as bankEn } from '../words.en.ts'
import { zh as bankZh } from '../words.zh.ts'
import { DifferenceTable } from './difference-table.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Props = { readonly versions: readonly ShownVersion[] }

/** Two versions side by side. Which ones stands in the address; both open together, on record. */
export function CompareSheet({ versions }: Props) {
  const words = useWords(zh, en).compare
  const [address, setAddress] = useSearchParams()
  const { older, newer } = chosenPair(versions, address)
  if (older === undefined || newer === undefined)
    return (
      <Sheet title={words.title}>
        <p className="z-note">{words.one}</p>
      </Sheet>
    )
  const choose = (name: 'older' | 'newer', itemVersionId: string) =>
    setAddress({ older: older.itemVersionId, newer: newer.itemVersionId, [name]: itemVersionId }, { replace: true })
  return (
    <Sheet title={words.title} note={words.note}>
      <Pair key={`${older.itemVersionId} ${newer.itemVersionId}`} versions={versions} older={older} newer={newer} choose={choose} />
    </Sheet>
  )
}

/** The pair of the address, else the last two versions. */
function chosenPair(versions: readonly ShownVersion[], address: URLSearchParams) {
  const find = (name: string) => versions.find(version => version.itemVersionId === address.get(name))
  const newer = find('newer') ?? versions.at(-1)
  const before = versions.filter(version => version.version < (newer?.version ?? 0))
  return { newer, older: find('older') ?? before.at(-1) }
}

type PairProps = Props & {
  readonly older: ShownVersion
  readonly newer: ShownVersion
  readonly choose: (name: 'older' | 'newer', itemVersionId: string) => void
}

function Pair({ versions, older, newer, choose }: PairProps) {
  const words = useWords(zh, en)
  const [onlyChanged, setOnlyChanged] = useState(false)
  const [left, right] = [useReading(older.itemVersionId), useReading(newer.itemVersionId)]
  const open = () => void Promise.all([left.open(), right.open()])
  const both = bothOf(left, right)
  return (
    <div className="z-stack">
      <div className="z-compare-bar">
        <VersionChoice label={words.older} versions={versions} value={older} onChoose={id => choose('older', id)} />
        <VersionChoice label={words.newer} versions={versions} value={newer} onChoose={id => choose('newer', id)} />
        {both ? (
          <Checkbox checked={onlyChanged} onChange={event => setOnlyChanged(event.target.checked)}>
            {words.compare.onlyChanged}
          </Checkbox>
        ) : (
          <Button type="primary" loading={left.busy || right.busy} onClick={open}>
            {words.compare.open}
          </Button>
        )}
      </div>
      <RefusalNote refusal={left.refusal ?? right.refusal} what={words.compare.refused} />
      {both && <DifferenceTable older={both.older} newer={both.newer} onlyChanged={onlyChanged} />}
    </div>
  )
}

function bothOf(left: Reading, right: Reading): { readonly older: Opened; readonly newer: Opened } | null {
  return left.opened && right.opened ? { older: left.opened, newer: right.opened } : null
}

type ChoiceProps = {
  readonly label: string
  readonly versions: readonly ShownVersion[]
  readonly value: ShownVersion
  readonly onChoose: (itemVersionId: string) => void
}

function VersionChoice({ label, versions, value, onChoose }: ChoiceProps) {
  const words = useWords(zh, en)
  const states = useWords(bankZh, bankEn).state
  return (
    <Select
      aria-label={label}
      value={value.itemVersionId}
      options={versions.map(version => ({
        value: version.itemVersionId,
        label: `${fill(words.version, { n: version.version })}　${states[version.state]}　${version.writer || words.blind}`,
      }))}
      onChange={onChoose}
      popupMatchSelectWidth={false}
    />
  )
}
