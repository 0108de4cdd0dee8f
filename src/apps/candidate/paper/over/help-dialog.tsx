import { useWords } from '../../../../ui/words.ts'
import { en } from '../../words/words.en.ts'
import { zh } from '../../words/words.zh.ts'
import { Dialog } from './dialog.tsx'

type Props = { readonly calculator: boolean; readonly shortcuts: boolean; readonly onClose: () => void }

/** What the keys do, and what to do when help is needed. */
export function HelpDialog({ calculator, shortcuts, onClose }: Props) {
  const words = useWords(zh, en).keys
  const map: readonly (readonly [readonly string[], string])[] = [
    [['1–8', 'A–H'], words.option],
    [['←', '→'], words.turn],
    [['M'], words.mark],
    ...(calculator ? ([[['K'], words.calculator]] as const) : []),
    [['?'], words.help],
    [['Esc'], words.close],
  ]
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p>{words.text}</p>
      {shortcuts ? null : <p className="z-note">{words.off}</p>}
      <dl className="x-keys">
        {map.map(([keys, text]) => (
          <div key={text}>
            <dt>
              {keys.map(key => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <div className="x-actions">
        <button type="button" className="z-button z-button-primary z-button-large" onClick={onClose}>
          {words.shut}
        </button>
      </div>
    </Dialog>
  )
}
