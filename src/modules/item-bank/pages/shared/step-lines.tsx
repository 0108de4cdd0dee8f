import { Checkbox } from 'antd'
import { useState } from 'react'
import { StateHistory } from '../../../../ui/components/facts/state-steps.tsx'
import { showInstant } from '../../../../ui/format.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { happeningsOf } from './happenings.ts'
import type { History } from './versions.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** What happened to an item, newest first; readings, which are many, only when asked for. */
export function StepLines({ history }: { readonly history: History }) {
  const words = useWords(zh, en).steps
  const language = useLanguage()
  const [withReadings, setWithReadings] = useState(false)
  const happenings = happeningsOf(history, language)
  const readings = happenings.filter(each => each.isReading).length
  const shown = happenings.filter(each => withReadings || !each.isReading)
  return (
    <div className="z-stack">
      {shown.length === 0 ? (
        <p className="z-note">{words.none}</p>
      ) : (
        <StateHistory happenings={shown.map(({ at, isReading: _reading, ...rest }) => ({ ...rest, at: showInstant(at, language) }))} />
      )}
      {readings > 0 && (
        <Checkbox checked={withReadings} onChange={event => setWithReadings(event.target.checked)}>
          {fill(words.readings, { n: readings })}
        </Checkbox>
      )}
    </div>
  )
}
