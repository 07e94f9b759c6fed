import { type ReactNode, useEffect } from 'react'
import styles from './page.module.css'

/** A screen: its title is also the tab's title. `fill` keeps it as high as the window, for lists that scroll inside. */
export function Page(props: {
  title: string
  aside?: ReactNode
  actions?: ReactNode
  fill?: boolean
  narrow?: boolean
  children: ReactNode
}) {
  useEffect(() => {
    document.title = `${props.title} · Отклик`
  }, [props.title])
  const names = [
    styles.page,
    props.fill === true ? styles.filling : '',
    props.narrow === true ? styles.narrow : '',
  ]
  return (
    <div className={names.filter(Boolean).join(' ')}>
      <div className={styles.head}>
        <div className={styles.titles}>
          <h1>{props.title}</h1>
          {props.aside === undefined ? null : <span className="quiet">{props.aside}</span>}
        </div>
        {props.actions === undefined ? null : <div className={styles.actions}>{props.actions}</div>}
      </div>
      {props.children}
    </div>
  )
}

/** A part of a screen under its own heading. */
export function Section(props: {
  title: string
  aside?: ReactNode
  card?: boolean
  id?: string
  children: ReactNode
}) {
  return (
    <section
      className={`${styles.section} ${props.card === true ? styles.card : ''}`}
      aria-label={props.title}
      id={props.id}
    >
      <header>
        <h2>{props.title}</h2>
        {props.aside}
      </header>
      {props.children}
    </section>
  )
}

/** Names and values under each other, evenly set. */
export function Facts(props: { children: ReactNode }) {
  return <dl className={styles.facts}>{props.children}</dl>
}

/** One pair of `Facts`; a value that is missing shows a dash. */
export function Fact(props: { name: string; children?: ReactNode }) {
  const missing = props.children === undefined || props.children === null || props.children === ''
  return (
    <>
      <dt>{props.name}</dt>
      <dd>{missing ? <span className="quiet">—</span> : props.children}</dd>
    </>
  )
}
