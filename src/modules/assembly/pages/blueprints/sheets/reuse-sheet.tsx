import { Checkbox } from 'antd'
import { Sheet } from '../../../../../ui/components/page/sheet.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { FieldFaults } from '../fields/faults.tsx'
import { Field } from '../fields/field.tsx'
import { BoundsField, NumberField, OPEN } from '../fields/number-fields.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import type { SheetProps } from './sheet-props.ts'

/** Stimuli, exposure of items, overlap of forms, items of lower levels. */
export function ReuseSheet({ body, supply, onChange }: SheetProps) {
  const { reuse: words, units } = useWords(zh, en)
  const { exposure } = body
  return (
    <Sheet title={words.title}>
      <FieldFaults path="exposure" />
      <div className="z-fields">
        <Field label={words.most} path="exposure.most">
          <NumberField
            label={words.most}
            value={exposure.most}
            unit={units.times}
            onChange={most => onChange({ exposure: { ...exposure, most } })}
          />
        </Field>
        <Field label={words.restDays} path="exposure.restDays">
          <NumberField
            label={words.restDays}
            value={exposure.restDays}
            unit={units.days}
            min={1}
            onChange={restDays => onChange({ exposure: { ...exposure, restDays } })}
          />
        </Field>
        <OverlapFields body={body} supply={supply} onChange={onChange} />
        <Field label={words.lower} note={words.lowerNote} path="lowerLevels">
          <NumberField
            label={words.lower}
            value={body.lowerLevels}
            scale={100}
            unit={units.marks}
            onChange={lowerLevels => onChange({ lowerLevels })}
          />
        </Field>
        <StimulusFields body={body} supply={supply} onChange={onChange} />
      </div>
    </Sheet>
  )
}

function OverlapFields({ body: { overlap }, onChange }: SheetProps) {
  const { reuse: words, units } = useWords(zh, en)
  return (
    <>
      <Field label={words.between} path="overlap.betweenForms">
        <NumberField
          label={words.between}
          value={overlap.betweenForms}
          unit={units.items}
          onChange={betweenForms => onChange({ overlap: { ...overlap, betweenForms } })}
        />
      </Field>
      <Field label={words.recent}>
        <NumberField
          label={words.recent}
          value={overlap.recentForms}
          unit={units.forms}
          max={20}
          onChange={recentForms => onChange({ overlap: { ...overlap, recentForms: recentForms ?? 0 } })}
        />
      </Field>
      {overlap.recentForms > 0 && (
        <Field label={words.withRecent} path="overlap.withRecent">
          <NumberField
            label={words.withRecent}
            value={overlap.withRecent}
            unit={units.items}
            onChange={withRecent => onChange({ overlap: { ...overlap, withRecent: withRecent ?? 0 } })}
          />
        </Field>
      )}
    </>
  )
}

function StimulusFields({ body: { stimuli }, onChange }: SheetProps) {
  const words = useWords(zh, en).reuse
  const ask = (wanted: boolean) => onChange({ stimuli: wanted ? { count: OPEN, itemsOfEach: OPEN } : null })
  return (
    <>
      <div className="z-field-wide">
        <Checkbox checked={stimuli !== null} onChange={event => ask(event.target.checked)}>
          {words.stimuli}
        </Checkbox>
        <FieldFaults path="stimuli" />
      </div>
      {stimuli && (
        <>
          <Field label={words.count} path="stimuli.count">
            <BoundsField label={words.count} value={stimuli.count} onChange={count => onChange({ stimuli: { ...stimuli, count } })} />
          </Field>
          <Field label={words.itemsOfEach} path="stimuli.itemsOfEach">
            <BoundsField
              label={words.itemsOfEach}
              value={stimuli.itemsOfEach}
              onChange={itemsOfEach => onChange({ stimuli: { ...stimuli, itemsOfEach } })}
            />
          </Field>
        </>
      )}
    </>
  )
}
