import type { Centre } from '../charter/index.ts'
import { refuse } from '../platform/refusal.ts'
import type { Actor } from './desk.ts'

/** Role, block and organisation of a place, as the charter names them. */
export interface PlaceCodes {
  role: string
  sectorBlock: string | null
  organisation: string | null
}

/** Refuses a place that the charter does not know. */
export function mustFitCharter(centre: Centre, place: PlaceCodes): void {
  const { role, sectorBlock, organisation } = place
  const known = centre.roles.get(role)
  if (!known) {
    const roles = [...centre.roles.keys()].join(', ')
    refuse('invalid', 'no-role', `Роли «${role}» нет в уставе центра, есть: ${roles}.`)
  }
  if (sectorBlock !== null && !centre.sectorBlocks.has(sectorBlock)) {
    refuse('invalid', 'no-sector-block', `Отраслевого блока «${sectorBlock}» нет в уставе центра.`)
  }
  if (organisation !== null && !centre.organisations.has(organisation)) {
    refuse('invalid', 'no-organisation', `Организации «${organisation}» нет в уставе центра.`)
  }
  if (known.reach === 'block' && sectorBlock === null) {
    refuse('invalid', 'needs-sector-block', `Роль «${known.name}» работает в отраслевом блоке: укажите блок.`)
  }
}

/** Refuses a change of the own place, so that nobody raises themselves and a centre keeps someone who manages people. */
export function mustBeAnother(actor: Actor, staffId: string): void {
  if (actor.staffId === staffId) {
    refuse('forbidden', 'own-place', 'Своё место меняет другой: обратитесь к тому, кто ведёт сотрудников.')
  }
}

/** Refuses the centre the password and second factor of an account that opens more than this centre. */
export function mustBeOursAlone(account: {
  isInstallationAdmin: boolean
  centres: number
  isDemo: boolean
}): void {
  if (account.isDemo) refuse('forbidden', 'demo-account', 'У показательной учётной записи пароль не меняют.')
  if (account.isInstallationAdmin || account.centres > 1) {
    refuse(
      'forbidden',
      'account-of-others',
      'Эта учётная запись открывает не только ваш центр: пароль и второй фактор сбросит администратор установки.',
    )
  }
}
