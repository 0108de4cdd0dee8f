import { SitePage } from '../../../modules/delivery/pages/hall/site/site-page.tsx'
import { Frame, type Stand } from './frame.tsx'

/** The page of the site as a whole: everything until the papers may be started. */
export function SitePages(stand: Stand) {
  return (
    <Frame {...stand}>
      <SitePage site={stand.site} me={stand.me} offsetMs={stand.offsetMs} />
    </Frame>
  )
}
