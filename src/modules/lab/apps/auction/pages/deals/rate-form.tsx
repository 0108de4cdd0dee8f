import { EntryForm } from '../../../../pages/entry/entry-form.tsx'
import { ChoiceField, TextField } from '../../../../pages/entry/field.tsx'
import { useEntry } from '../../../../pages/entry/use-entry.ts'
import { wordChoices } from '../parts.tsx'
import type { DealProps } from '../view.ts'
import { words } from '../words.ts'

const w = words.deal

/** One word about the other side, once. */
export function RateForm({ deal, act, busy }: DealProps) {
  const { entry, bind } = useEntry({ score: '', text: '' })
  return (
    <EntryForm
      label={`${w.rate} ${deal.no}`}
      onSend={() => void act('auction.rate.post', { deal: deal.no, score: entry.score, text: entry.text.trim() })}
    >
      <ChoiceField label={w.score} ask={words.choose} {...bind('score')} choices={wordChoices(words.scores)} />
      <TextField label={w.text} most={300} optional {...bind('text')} />
      <button type="submit" className="z-button z-button-primary" disabled={busy}>
        {w.post}
      </button>
    </EntryForm>
  )
}
