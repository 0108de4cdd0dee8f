import { EntryForm } from '../../../../pages/parts/entry-form.tsx'
import { ChoiceField, TextField } from '../../../../pages/parts/fields.tsx'
import { useEntry } from '../../../../pages/parts/use-entry.ts'
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
      <ChoiceField required label={w.score} empty={words.choose} {...bind('score')} choices={wordChoices(words.scores)} />
      <TextField label={w.text} maxLength={300} {...bind('text')} />
      <button type="submit" className="z-button z-button-primary" disabled={busy}>
        {w.post}
      </button>
    </EntryForm>
  )
}
