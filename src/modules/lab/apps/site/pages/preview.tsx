import { useState } from '../../../../../ui/hooks.ts'
import { ChoiceField } from '../../../pages/parts/fields.tsx'
import { framed } from './preview-html.ts'
import { type Bench, pagesOf } from './view.ts'
import { words } from './words.ts'

const DEVICES = Object.entries(words.devices).map(([value, zh]) => ({ value, zh }))

/** 预览: a saved page in the width of a device, in a frame in which nothing runs. */
export function Preview({ view, project, act, busy }: Bench) {
  const pages = pagesOf(project)
  const [given, setGiven] = useState({ path: pages.find(p => p.value === 'index.html')?.value ?? pages[0]?.value ?? '', device: 'desktop' })
  const { preview } = view
  const show = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    void act('site.preview', { project: project.id, ...given })
  }
  return (
    <div className="site-pad">
      <form className="site-line" onSubmit={show}>
        <ChoiceField
          label={words.page}
          value={given.path}
          onValue={path => setGiven({ ...given, path })}
          choices={pages}
          empty={words.choose}
          required
        />
        <ChoiceField label={words.device} value={given.device} onValue={device => setGiven({ ...given, device })} choices={DEVICES} />
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {words.show}
        </button>
      </form>
      {preview === null ? (
        <p className="site-empty">{words.noPreview}</p>
      ) : (
        <figure className={`site-device site-device-${preview.device}`}>
          <figcaption className="z-note">
            {preview.path}　{words.devices[preview.device]}
          </figcaption>
          <iframe
            sandbox=""
            title={`${words.show} ${preview.path}`}
            srcDoc={framed(preview.html, { path: preview.path, files: project.files, assets: view.assets })}
          />
        </figure>
      )}
    </div>
  )
}
