import type { PortalPage } from './frame/portal-page.ts'

/** Every page of the portal, in the order of the navigation. A module's page enters it by the module's `pages` room. */
export const portalPages: readonly PortalPage[] = []
