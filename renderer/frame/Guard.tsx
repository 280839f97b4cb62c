import { Component, type ErrorInfo, type ReactNode } from 'react';
import { CrashNotice } from './CrashNotice.tsx';

type Props = { readonly children: ReactNode };
type State = { readonly crashed: boolean };

/** Keeps a fault while drawing from leaving a white window: the cause goes to the console, the user gets a way on. */
export class Guard extends Component<Props, State> {
  override state: State = { crashed: false };

  static getDerivedStateFromError(): State {
    return { crashed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    return this.state.crashed ? (
      <CrashNotice again={() => this.setState({ crashed: false })} />
    ) : (
      this.props.children
    );
  }
}
