import type { AnswerOf } from '../../../../ui/client.ts'
import type { listStimuli } from '../../contract.ts'

export type StimulusVersion = AnswerOf<typeof listStimuli>['stimuli'][number]
/** A stimulus by its newest version; `items` counts the item versions of all its versions. */
export type NewestStimulus = StimulusVersion & { readonly versions: readonly StimulusVersion[] }

/** Each stimulus once, by its newest version, the one written last first. */
export function newestStimuli(rows: readonly StimulusVersion[]): NewestStimulus[] {
  const stimuli = [...Map.groupBy(rows, row => row.stimulusId).values()].flatMap((versions): NewestStimulus[] => {
    const newest = versions.toSorted((a, b) => b.number - a.number)[0]
    return newest === undefined ? [] : [{ ...newest, versions, items: versions.reduce((sum, each) => sum + each.items, 0) }]
  })
  return stimuli.toSorted((a, b) => b.enteredAt - a.enteredAt)
}
