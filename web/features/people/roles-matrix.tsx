import { IconCheck } from '@tabler/icons-react'
import { Fragment } from 'react'
import type { Permission } from '../../../src/charter/permissions.ts'
import { useWords } from '../../ui/words.ts'
import { permissionGroups, permissionNames } from './permission-names.ts'
import { peopleWords } from './people-words.ts'
import styles from './roles-matrix.module.css'

export type RoleLine = {
  code: string
  name: string
  permissions: readonly Permission[]
  reach: 'centre' | 'block' | 'own'
  secondFactor: boolean
}

/** Which role may do what: permissions down, roles across; on a narrow screen one role after another. */
export function RolesMatrix(props: { roles: readonly RoleLine[]; countOf: (role: string) => number }) {
  const t = useWords(peopleWords)
  const name = useWords(permissionNames)
  const { roles } = props
  return (
    <>
      <div className={styles.frame} role="region" aria-label={t('roles')} tabIndex={0}>
        <table className={styles.matrix}>
          <thead>
            <tr>
              <th scope="col">{t('permission')}</th>
              {roles.map((role) => (
                <th key={role.code} scope="col" className={styles.role}>
                  {role.name}
                  <span className={styles.count}>
                    {t('peopleOfRole', { count: props.countOf(role.code) })}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('reach')}</th>
              {roles.map((role) => (
                <td key={role.code} className={styles.reach}>
                  {t(`reach.${role.reach}`)}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t('demandsFactor')}</th>
              {roles.map((role) => (
                <td key={role.code} className={styles.reach}>
                  {t(role.secondFactor ? 'demanded' : 'byChoice')}
                </td>
              ))}
            </tr>
            {permissionGroups.map((group) => (
              <Fragment key={group.key}>
                <tr className={styles.group}>
                  <th scope="colgroup" colSpan={roles.length + 1}>
                    {t(`group.${group.key}`)}
                  </th>
                </tr>
                {group.codes.map((permission) => (
                  <tr key={permission}>
                    <th scope="row">{name(permission)}</th>
                    {roles.map((role) => (
                      <td key={role.code}>
                        <Granted yes={role.permissions.includes(permission)} />
                      </td>
                    ))}
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      <ul className={styles.cards}>
        {roles.map((role) => (
          <li key={role.code}>
            <RoleCard role={role} count={props.countOf(role.code)} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Granted({ yes }: { yes: boolean }) {
  const t = useWords(peopleWords)
  return yes ? (
    <IconCheck size={16} stroke={2.2} role="img" aria-label={t('granted')} className={styles.yes ?? ''} />
  ) : (
    <span className={styles.no} role="img" aria-label={t('notGranted')}>
      ·
    </span>
  )
}

function RoleCard({ role, count }: { role: RoleLine; count: number }) {
  const t = useWords(peopleWords)
  const name = useWords(permissionNames)
  return (
    <details className={styles.card}>
      <summary>
        <span className={styles.cardName}>{role.name}</span>
        <span className="small quiet">
          {t(`reach.${role.reach}`)} · {t('grantedCount', { count: role.permissions.length })} ·{' '}
          {t('peopleOfRole', { count })}
          {role.secondFactor ? ` · ${t('demandsFactor').toLowerCase()}` : ''}
        </span>
      </summary>
      {permissionGroups.map((group) => {
        const granted = group.codes.filter((code) => role.permissions.includes(code))
        if (granted.length === 0) return null
        return (
          <div key={group.key} className={styles.granted}>
            <h3>{t(`group.${group.key}`)}</h3>
            <ul>
              {granted.map((code) => (
                <li key={code}>{name(code)}</li>
              ))}
            </ul>
          </div>
        )
      })}
    </details>
  )
}
