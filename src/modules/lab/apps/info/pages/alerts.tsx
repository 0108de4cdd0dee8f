import { ChoiceField, TextField } from '../../../pages/parts/fields.tsx'
import { useState } from '../../../../../ui/hooks.ts'
import { HitList } from './search.tsx'
import type { Collecting } from './view.ts'
import { words } from './words.ts'

const FREQS: Readonly<Record<string, string>> = words.freqs
const CHOICES = Object.entries(words.freqs).map(([value, zh]) => ({ value, zh }))

/** 信息订阅: words one wants to be told of. */
export function Alerts({ view, act, busy, onOpen }: Collecting) {
  const [given, setGiven] = useState({ keyword: '', freq: 'day' })
  const save = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault()
    const acted = await act('info.alert.save', { keyword: given.keyword.trim(), freq: given.freq })
    if (acted.kind === 'done') setGiven({ ...given, keyword: '' })
  }
  return (
    <div className="info-pad">
      <form className="info-line" onSubmit={event => void save(event)}>
        <TextField
          label={words.keyword}
          value={given.keyword}
          onValue={keyword => setGiven({ ...given, keyword })}
          required
          maxLength={30}
        />
        <ChoiceField label={words.freq} value={given.freq} onValue={freq => setGiven({ ...given, freq })} choices={CHOICES} />
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {words.subscribe}
        </button>
      </form>
      {view.alerts.length === 0 && <p className="info-empty">{words.noAlerts}</p>}
      {view.alerts.map(({ id, keyword, freq, hits }) => (
        <section key={id} aria-label={keyword}>
          <header className="info-alert">
            <h2>{keyword}</h2>
            <span className="z-note">
              {FREQS[freq] ?? freq}，{words.found} {hits.length} {words.hits}
            </span>
            <button
              type="button"
              className="z-link"
              disabled={busy}
              aria-label={`${words.unsubscribe} ${keyword}`}
              onClick={() => void act('info.alert.remove', { id })}
            >
              {words.unsubscribe}
            </button>
          </header>
          <HitList hits={hits} opened={view.opened} onOpen={onOpen} />
        </section>
      ))}
    </div>
  )
}
