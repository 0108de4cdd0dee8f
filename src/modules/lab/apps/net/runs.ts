import type { Play, PlayStep } from '../../core/app/play.ts'
import { agentId, appId } from '../../core/world/ids.ts'

const good = { name: 'www.lab.test', until: '2027-01-01', trusted: true }
const download = (name: string, more: object = {}) => ({ name, bytes: 1000, kind: 'binary', digest: `d-${name}`, ...more })

/** Hosts good and bad, a file server, a domain of one's own. The world begins on 2 March 2026 at nine. */
const net = {
  hosts: [
    {
      host: 'www.lab.test',
      title: '产品资料下载',
      certificate: good,
      downloads: [
        download('报价单.xlsx'),
        download('报价单.xls', { decoy: true, digest: 'TAINT-9001' }),
        download('setup.exe'),
        download('屏保.zip', {
          infected: true,
          password: 'TAINT-9002',
          entries: [{ name: '屏保.jpg', bytes: 500, kind: 'binary', digest: 'd-bird' }],
        }),
        download('说明.txt', { kind: 'text' }),
        download('大包.bin', { bytes: 60_000_000 }),
        download('影像.bin', { bytes: 15_000_000 }),
        download('图片.zip', { entries: [{ name: '主图.jpg', bytes: 49_000_000, kind: 'binary', digest: 'd-main' }] }),
        download('资料.zip', { entries: [{ name: '主图.png', bytes: 300, kind: 'binary', digest: 'd-png' }] }),
      ],
    },
    { host: 'pay.lab.test', title: '支付平台', certificate: { name: 'pay.lab.test', until: '2026-03-01', trusted: true } },
    {
      host: 'pay-lab.test',
      title: '支付平台',
      certificate: { name: 'www.free-cert.test', until: '2027-01-01', trusted: true },
      imitates: 'pay.lab.test',
    },
    { host: 'old.lab.test', title: '旧站', certificate: null },
    { host: 'down.lab.test', title: '停机的网站', certificate: null, alive: false },
  ],
  ftp: [
    {
      host: 'ftp.lab.test',
      account: 'shop',
      password: 'TAINT-9003',
      quota: 2500,
      folders: [
        { path: '/', write: true },
        { path: '/只读', write: false },
      ],
    },
  ],
  domains: [
    { name: 'laodian.test', owner: 'self', until: '2026-03-20' },
    { name: 'taken.test', owner: 'other', until: '2027-01-01' },
  ],
}
const attacker = {
  id: agentId('attacker.a'),
  name: '攻击者',
  app: appId('net'),
  policy: 'attacker',
  params: {},
  secret: { hidden: { wait: 7200 } },
}
const by = (value: number): PlayStep => ['desk.clock.advance', { mode: 'by', value }]
const DAY = 86_400
const save = (source: string, folder = '/', name = source): PlayStep => [
  'net.download.save',
  { host: 'www.lab.test', source, folder, name },
]
const open: PlayStep = ['net.open', { url: 'http://www.lab.test/' }]

const clean: Play = {
  name: 'a careful hour: bookmarks, files, upload',
  apps: { desk: {}, net },
  steps: [
    ['net.open', { url: 'https://www.lab.test/price' }],
    ['net.bookmark.add', { folder: '供应商', title: '资料下载', url: 'https://www.lab.test/price' }],
    ['net.bookmark.add', { folder: '供应商', title: '再次', url: 'https://www.lab.test/price' }, 'E_DUP'],
    ['net.bookmark.move', { id: 'BM1001', folder: '常用' }],
    ['net.bookmark.move', { id: 'BM1', folder: '常用' }, 'E_NONE'],
    ['net.home.set', { url: 'http://www.lab.test/' }],
    ['net.home.set', { url: '不是 网址' }, 'E_URL'],
    save('报价单.xlsx', '/资料'),
    ['net.download.save', { host: 'www.lab.test', source: '说明.txt', folder: '/资料', name: '说明.exe' }, 'E_TYPE_BLOCKED'],
    ['net.download.save', { host: 'www.lab.test', source: '报价单.xlsx', folder: '/资料', name: '报价单.xlsx' }, 'E_EXISTS'],
    ['net.download.save', { host: 'www.lab.test', source: '报价单.xlsx', folder: '/资料', name: '报:价.xlsx' }, 'E_NAME'],
    ['net.download.save', { host: 'www.lab.test', source: '大包.bin', folder: '/', name: '大包.bin' }, 'E_SPACE'],
    ['net.file.rename', { id: 'F1001', name: '茶叶报价.xlsx' }],
    ['net.file.copy', { id: 'F1001', folder: '/备份', name: '茶叶报价.xlsx' }],
    ['net.file.move', { id: 'F1001', folder: '/备份' }, 'E_EXISTS'],
    ['net.file.move', { id: 'F1001', folder: '/上报' }],
    save('资料.zip'),
    ['net.file.unzip', { id: 'F1003', folder: '/图片', password: null }],
    ['net.file.unzip', { id: 'F1003', folder: '/图片', password: null }, 'E_EXISTS'],
    ['net.file.unzip', { id: 'F1001', folder: '/图片', password: null }, 'E_NOT_ZIP'],
    ['net.file.zip', { ids: ['F1001', 'F1004'], folder: '/', name: '打包.zip', password: 'Pw9!' }],
    ['net.file.unzip', { id: 'F1005', folder: '/解', password: '错' }, 'E_ZIP_PW'],
    ['net.file.zip', { ids: ['F9'], folder: '/', name: 'x.zip', password: null }, 'E_NONE'],
    ['net.file.open', { id: 'F1004' }],
    ['net.ftp.put', { file: 'F1004', folder: '/', name: 'a.png' }, 'E_OFFLINE'],
    ['net.ftp.connect', { host: 'nowhere.test', account: 'a', password: 'b', mode: 'binary' }, 'E_HOST_FTP'],
    ['net.ftp.connect', { host: 'ftp.lab.test', account: 'shop', password: 'TAINT-9003', mode: 'text' }],
    ['net.ftp.mode', { mode: 'binary' }],
    ['net.ftp.mkdir', { path: '/images' }],
    ['net.ftp.mkdir', { path: '/images' }, 'E_EXISTS'],
    ['net.ftp.put', { file: 'F1004', folder: '/images', name: '主图.png' }],
    ['net.ftp.put', { file: 'F1004', folder: '/只读', name: '主图.png' }, 'E_PERM_DIR'],
    ['net.ftp.rename', { folder: '/images', name: '主图.png', to: 'main.png' }],
    ['net.ftp.get', { folder: '/images', name: 'main.png', into: '/取回' }],
    ['net.ftp.delete', { folder: '/images', name: 'main.png' }],
    ['net.ftp.delete', { folder: '/images', name: 'main.png' }, 'E_NONE'],
    ['net.file.delete', { id: 'F1002' }],
    save('屏保.zip'),
    ['net.av.scan', {}],
    by(2 * DAY),
  ],
}

const careless: Play = {
  name: 'a careless hour: warnings, an imitation, text mode, a virus, the wrong twin',
  apps: { desk: {}, net },
  agents: [attacker],
  steps: [
    ['net.open', { url: 'https://pay.lab.test/' }, 'E_CERT_EXPIRED'],
    ['net.open', { url: 'https://pay-lab.test/' }, 'E_CERT_NAME'],
    ['net.open', { url: 'https://old.lab.test/' }, 'E_CERT_UNTRUSTED'],
    ['net.open', { url: 'http://down.lab.test/' }, 'E_NXDOMAIN'],
    ['net.signIn', { host: 'pay-lab.test', account: '王芳', password: 'mima' }, 'E_NOT_OPEN'],
    ['net.open', { url: 'https://pay-lab.test/', proceed: true }],
    ['net.signIn', { host: 'pay-lab.test', account: '王芳', password: 'mima' }],
    ['net.diag', { tool: 'ping', host: 'down.lab.test' }],
    ['net.diag', { tool: 'nslookup', host: '不是主机' }, 'E_HOST'],
    open,
    save('报价单.xls'),
    save('屏保.zip'),
    ['net.backup.create', {}],
    ['net.ftp.connect', { host: 'ftp.lab.test', account: 'shop', password: '猜', mode: 'text' }],
    ['net.ftp.connect', { host: 'ftp.lab.test', account: 'shop', password: 'TAINT-9003', mode: 'text' }],
    ['net.ftp.put', { file: 'F1001', folder: '/', name: '报价单.xls' }],
    by(2 * DAY),
    ['net.file.open', { id: 'F1001' }, 'E_DAMAGED'],
    ['net.backup.restore', { id: 'B1001' }],
    ['net.file.open', { id: 'F1001' }],
    ['net.av.scan', {}],
  ],
  springs: ['lookalike', 'warning', 'twin'],
  follows: ['abused', 'broken', 'infected'],
}

const names: Play = {
  name: 'a year of domain names, passwords and copies',
  apps: { desk: {}, net },
  steps: [
    ['net.domain.register', { name: '茶.test', years: 1 }, 'E_IDN'],
    ['net.domain.register', { name: 'taken.test', years: 1 }, 'E_TAKEN'],
    ['net.domain.register', { name: 'xincha.test', years: 1 }],
    ['net.domain.renew', { name: 'xincha.test', years: 1 }, 'E_STATE'],
    by(600),
    ['net.record.set', { name: 'xincha.test', host: 'www', kind: 'A', value: '300.1.1.1' }, 'E_RECORD_VALUE'],
    ['net.record.set', { name: 'xincha.test', host: 'www', kind: 'A', value: '10.1.2.3' }],
    ['net.record.set', { name: 'xincha.test', host: 'www', kind: 'CNAME', value: 'www.lab.test' }, 'E_RECORD_CONFLICT'],
    ['net.open', { url: 'http://www.xincha.test/' }, 'E_NXDOMAIN'],
    by(600),
    ['net.open', { url: 'http://www.xincha.test/' }],
    ['net.domain.renew', { name: 'laodian.test', years: 1 }],
    ['net.domain.renew', { name: 'taken.test', years: 1 }, 'E_NONE'],
    ['net.password.set', { site: 'mail.lab.test', password: '123456' }, 'E_WEAK'],
    ['net.password.set', { site: 'mail.lab.test', password: 'TAINT-9004-aB' }],
    ['net.password.set', { site: 'pay.lab.test', password: 'TAINT-9004-aB' }, 'E_REUSED'],
    ['net.backup.create', {}, 'E_EMPTY'],
    ['net.backup.restore', { id: 'B1' }, 'E_NONE'],
    open,
    save('影像.bin'),
    ['net.backup.create', {}],
    ['net.backup.create', {}, 'E_MEDIA_FULL'],
    save('图片.zip'),
    ['net.file.unzip', { id: 'F1002', folder: '/', password: null }, 'E_SPACE'],
    ['net.ftp.connect', { host: 'ftp.lab.test', account: 'shop', password: 'TAINT-9003', mode: 'binary' }],
    ['net.ftp.put', { file: 'F1001', folder: '/', name: 'a.bin' }, 'E_QUOTA'],
    by(366 * DAY),
    ['net.open', { url: 'http://www.xincha.test/' }, 'E_NXDOMAIN'],
    by(70 * DAY),
    ['net.domain.register', { name: 'xincha.test', years: 1 }],
  ],
  follows: ['live', 'lapsed'],
}

export const netRuns: readonly Play[] = [clean, careless, names]
