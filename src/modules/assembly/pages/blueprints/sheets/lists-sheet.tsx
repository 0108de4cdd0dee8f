import { Button, Checkbox, Select } from 'antd'
import { Sheet } from '../../../../../ui/components/page/sheet.tsx'
import { useWords } from '../../../../../ui/words.ts'
import type { BlueprintBody } from '../../../contract.ts'
import { FieldFaults } from '../fields/faults.tsx'
import { FieldSpot } from '../fields/wanted.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import type { SheetProps } from './sheet-props.ts'

type Lists = BlueprintBody['lists']
type List = Lists[number]
const KINDS = ['include', 'exclude', 'all-or-none'] as const
const SEPARATORS = [' ', ',', '，', '、', ';', '；', '\n', '\t']

/** Items by name, and enemies. A list that names nothing yet stays on the page and out of the blueprint. */
export function ListsSheet({ body, onChange }: SheetProps) {
  const words = useWords(zh, en).lists
  const lists = body.lists
  const set = (at: number, list: List) => onChange({ lists: lists.with(at, list) })
  return (
    <Sheet title={words.title}>
      <div className="z-rows-edit">
        <FieldSpot path="enemies">
          <Checkbox checked={body.enemies} onChange={event => onChange({ enemies: event.target.checked })}>
            {words.enemies}
          </Checkbox>
        </FieldSpot>
        <FieldFaults path="lists" />
        {lists.map((list, at) => (
          <FieldSpot key={at} path={`lists.${at}`}>
            <ListRow list={list} onChange={changed => set(at, changed)} onRemove={() => onChange({ lists: lists.toSpliced(at, 1) })} />
          </FieldSpot>
        ))}
        <div>
          <Button size="small" onClick={() => onChange({ lists: [...lists, { kind: 'include', codes: [] }] })}>
            {words.add}
          </Button>
        </div>
      </div>
    </Sheet>
  )
}

type RowProps = { readonly list: List; readonly onChange: (list: List) => void; readonly onRemove: () => void }

function ListRow({ list, onChange, onRemove }: RowProps) {
  const words = useWords(zh, en).lists
  return (
    <div className="z-row-edit">
      <Select
        aria-label={words.kind}
        value={list.kind}
        style={{ width: 140 }}
        options={KINDS.map(kind => ({ value: kind, label: words.kinds[kind] }))}
        onChange={kind => onChange({ ...list, kind })}
      />
      <Select
        className="z-grow"
        mode="tags"
        open={false}
        suffixIcon={null}
        aria-label={words.codes}
        placeholder={words.hint}
        tokenSeparators={SEPARATORS}
        value={list.codes}
        onChange={(codes: string[]) => onChange({ ...list, codes: codes.map(code => code.trim()).filter(Boolean) })}
      />
      <Button size="small" onClick={onRemove}>
        {words.remove}
      </Button>
    </div>
  )
}
