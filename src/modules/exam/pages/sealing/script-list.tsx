import { instant } from '../../../../kernel/instant.ts'
import { Icon } from '../../../../ui/components/mark/icon.tsx'
import { StateShape } from '../../../../ui/components/mark/state-word.tsx'
import { showInstant } from '../../../../ui/format.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import type { SealingView } from '../../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** The script of the ceremony as a list to be done, which is its record once it is done; it can be printed. */
export function ScriptList({ sealing }: { readonly sealing: SealingView }) {
  const words = useWords(zh, en).script
  const language = useLanguage()
  const { script, custodians, needed } = sealing
  const next = script.findIndex(line => !line.done)
  const counts = { taken: custodians.filter(one => one.takenAt !== null).length, all: custodians.length, needed }
  return (
    <section className="z-script" aria-label={words.title}>
      <h3>
        {words.title}
        <span className="z-note">{words.note}</span>
        <button type="button" className="z-link z-no-print" onClick={() => globalThis.print()}>
          <Icon name="print" size={14} />
          {words.print}
        </button>
      </h3>
      <ol>
        {script.map((line, at) => (
          <li key={line.step} className={line.done ? 'z-script-done' : ''}>
            <StateShape tone={line.done ? 'done' : at === next ? 'waiting' : 'idle'} size={14} />
            <div>
              <p>{fill(words[line.step], counts)}</p>
              <p className="z-note">
                <span className="z-unseen">{line.done ? words.done : words.ahead}</span>
                {line.at !== null && <time>{showInstant(instant(line.at), language)}</time>}
                {line.by.length > 0 && <span>{line.by.join(language === 'zh' ? '、' : ', ')}</span>}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
