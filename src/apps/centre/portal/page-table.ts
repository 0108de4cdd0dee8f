import type { PortalPage } from './frame/portal-page.ts'

/** Every page of the portal, in the order of the navigation. A module's page enters it by the module's `pages` room. */
export const portalPages: readonly PortalPage[] = [
  {
    path: '/sign-in',
    open: 'everyone',
    zh: '登录',
    en: 'Sign in',
    nav: null,
    load: () => import('./doors/sign-in-door.tsx').then(m => m.SignInDoor),
  },
  {
    path: '/home',
    open: 'signed-in',
    zh: '首页',
    en: 'Home',
    nav: { group: 'mine', icon: 'home', phone: 1 },
    load: () => import('./home/home-page.tsx').then(m => m.HomePage),
  },
]
