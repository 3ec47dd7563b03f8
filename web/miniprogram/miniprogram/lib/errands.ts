/** What a page that lay over the hall wants it to show once it is seen again. */
export class Errands {
  private next: string | undefined;

  /** Leaves a path of the hall for it. */
  leave(path: string): void {
    this.next = path;
  }

  /** Takes it, once. */
  take(): string | undefined {
    const next = this.next;
    this.next = undefined;
    return next;
  }
}

/** Goes back to the hall that lies below, or opens it where there is none. */
export function backToHall(path: string): void {
  wx.navigateBack({
    fail: () => void wx.reLaunch({ url: `/pages/hall/hall?to=${encodeURIComponent(path)}` }),
  });
}
