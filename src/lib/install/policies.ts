/** The id that the manifest gives the app, within its origin. */
const manifestId = 'servanda';

/**
 * The policies of Chrome and Edge that install Servanda, start it at login and let it show notifications, as JSON.
 * @param app where Servanda opens
 */
export function policiesFor(app: URL): string {
	const policies = {
		WebAppInstallForceList: [{ url: app.href, default_launch_container: 'window' }],
		// A browser reads the id of a manifest against the origin, whatever folder the app lies in.
		WebAppSettings: [{ manifest_id: `${app.origin}/${manifestId}`, run_on_os_login: 'run_windowed' }],
		NotificationsAllowedForUrls: [app.origin]
	};
	return JSON.stringify(policies, null, 2);
}
