import { setLanguage, useLanguage, useWords } from '../../../ui/words.ts'
import { type Display, SIZES, THEMES } from '../use-display.ts'
import { en } from '../words/words.en.ts'
import { zh } from '../words/words.zh.ts'

type Props = { readonly display: Display; readonly onChange: (change: Partial<Display>) => void }

/** Text size, contrast, shortcuts, language: one small panel behind one button. */
export function DisplaySettings({ display, onChange }: Props) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const switches = [
    ['list', words.settings.list],
    ['shortcuts', words.settings.shortcuts],
  ] as const
  return (
    <details className="x-settings">
      <summary className="z-button">{words.top.settings}</summary>
      <div className="x-settings-panel">
        <fieldset>
          <legend>{words.settings.size}</legend>
          <div className="x-sizes">
            {SIZES.map(size => (
              <label key={size}>
                <input type="radio" name="size" checked={display.size === size} onChange={() => onChange({ size })} />
                <span>{size}%</span>
              </label>
            ))}
          </div>
        </fieldset>
        <fieldset>
          <legend>{words.settings.theme}</legend>
          <div className="x-sizes">
            {THEMES.map(theme => (
              <label key={theme}>
                <input type="radio" name="theme" checked={display.theme === theme} onChange={() => onChange({ theme })} />
                <span>{words.settings[theme]}</span>
              </label>
            ))}
          </div>
        </fieldset>
        {switches.map(([name, text]) => (
          <label className="x-check" key={name}>
            <input type="checkbox" checked={display[name]} onChange={event => onChange({ [name]: event.currentTarget.checked })} />
            <span>{text}</span>
          </label>
        ))}
        <button type="button" className="z-button" onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>
          {words.language}
        </button>
      </div>
    </details>
  )
}
