import { Input } from 'antd'
import { Sheet } from '../../../../../ui/components/page/sheet.tsx'
import { useLanguage, useWords } from '../../../../../ui/words.ts'
import { Field } from '../fields/field.tsx'
import { BoundsField, NumberField, OPEN, keptBounds } from '../fields/number-fields.tsx'
import { editionText, levelText } from '../place-text.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import type { SheetProps } from './sheet-props.ts'

/** Title, time, full marks, number of items. */
export function GeneralSheet({ body, onChange }: SheetProps) {
  const { general: words, units, parts } = useWords(zh, en)
  const language = useLanguage()
  const { place } = body
  const level = [editionText(place), levelText(place, language), parts[place.part]].join(' · ')
  return (
    <Sheet title={words.title} note={level}>
      <div className="z-fields">
        <Field label={words.name} path="title">
          <Input aria-label={words.name} value={body.title} maxLength={80} onChange={event => onChange({ title: event.target.value })} />
        </Field>
        <Field label={words.minutes} path="minutes">
          <NumberField
            label={words.minutes}
            value={body.minutes}
            unit={units.minutes}
            min={1}
            max={600}
            onChange={minutes => minutes !== null && onChange({ minutes })}
          />
        </Field>
        <Field label={words.total} path="total">
          <NumberField
            label={words.total}
            value={body.total}
            scale={100}
            unit={units.marks}
            onChange={total => total !== null && onChange({ total })}
          />
        </Field>
        <Field label={words.items} path="items">
          <BoundsField
            label={words.items}
            value={body.items ?? OPEN}
            unit={units.items}
            onChange={items => onChange({ items: keptBounds(items) })}
          />
        </Field>
        <Field label={words.seconds} path="seconds">
          <BoundsField
            label={words.seconds}
            value={body.seconds ?? OPEN}
            scale={60}
            unit={units.minutes}
            onChange={seconds => onChange({ seconds: keptBounds(seconds) })}
          />
        </Field>
      </div>
    </Sheet>
  )
}
