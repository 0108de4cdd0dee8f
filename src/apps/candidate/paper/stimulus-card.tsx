import { ProseBlocks } from '../../../modules/interactions/pages/prose.tsx'
import type { Sheet } from '../engine/sheet.ts'

type Props = { readonly sheet: Sheet; readonly stimulusId: string; readonly mediaUrl: (media: string) => string }

/** The material that an item speaks of. */
export function StimulusCard({ sheet, stimulusId, mediaUrl }: Props) {
  const stimulus = sheet.stimuli.get(stimulusId)
  if (stimulus === undefined) return null
  return (
    <section className="x-stimulus" aria-labelledby={`material-${stimulusId}`}>
      <h2 id={`material-${stimulusId}`}>{stimulus.title}</h2>
      <ProseBlocks prose={stimulus.prose} mediaUrl={mediaUrl} />
    </section>
  )
}
