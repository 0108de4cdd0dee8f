import { bi } from '../apps/bi/bi.ts'
import { desk } from '../apps/desk/desk.ts'
import { info } from '../apps/info/info.ts'
import { mail } from '../apps/mail/mail.ts'
import { net } from '../apps/net/net.ts'
import { site } from '../apps/site/site.ts'
import type { LabApp } from './app/define-app.ts'

/** The apps of this build by their ids. */
export const LAB_APPS: Readonly<Record<string, LabApp>> = { bi, desk, info, mail, net, site }
