import { Segmented } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../../ui/words.ts'
import { Prose } from '../../../interactions/contract.ts'
import { ScreenFrame } from '../studio/looking/screen-frame.tsx'
import type { StudioParts } from '../studio/studio-parts.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const SCREENS = { desk: { width: 1366, shown: 768 }, phone: { width: 390, shown: 390 } } as const

/** The material as candidates see it, on a desk or a telephone; what cannot be shown yet says so. */
export function StimulusPreview({ prose, parts }: { readonly prose: unknown; readonly parts: Pick<StudioParts, 'Prose'> }) {
  const words = useWords(zh, en).editor
  const [screen, setScreen] = useState<keyof typeof SCREENS>(() => (innerWidth < 720 ? 'phone' : 'desk'))
  const parsed = Prose.safeParse(prose)
  return (
    <section className="z-preview" aria-label={words.preview}>
      <div className="z-preview-bar">
        <Segmented
          size="small"
          aria-label={words.screen}
          value={screen}
          options={(['desk', 'phone'] as const).map(value => ({ value, label: words[value] }))}
          onChange={setScreen}
        />
      </div>
      {parsed.success ? (
        <ScreenFrame title={words.preview} {...SCREENS[screen]}>
          <article className="z-exam-paper">
            <div className="z-exam-stimulus">
              <parts.Prose prose={parsed.data} />
            </div>
          </article>
        </ScreenFrame>
      ) : (
        <p className="z-preview-none">{words.previewNone}</p>
      )}
    </section>
  )
}
