// The function app, on a plan of one machine: the leases on media files are kernel locks, which hold among the processes of one machine alone.

@description('Name of the app and of its plan.')
param appName string

@description('Region.')
param location string

@description('Size of the plan.')
@allowed(['B1', 'B2', 'B3', 'P0v3', 'P1v3', 'P2v3'])
param planSku string

@description('Image with its registry and a version or digest.')
param image string

@description('Whether the image is pulled with the identity of the app; else it is public.')
param pullsWithIdentity bool

@description('Resource id of the identity.')
param identityId string

@description('Client id of the identity.')
param clientId string

@description('Storage account with the state.')
param stateAccountName string

@description('Storage account with the shares.')
param filesAccountName string

@description('Share that becomes /config.')
param configShareName string

@description('Share that becomes /data.')
param mediaShareName string

@description('Connection string of Application Insights; empty: no telemetry.')
param connectionString string

@description('Settings by their names in the environment; they win over the others.')
param settings object

@description('Secrets: { name, uri }.')
param secretUris array

// The names of the queues and the schedules come from the same file that Core Tools reads. Its connection string names Azurite, and is replaced by the identity.
var example = toObject(
  filter(items(loadJsonContent('../../local.settings.example.json').Values), entry => entry.key != 'AzureWebJobsStorage'),
  entry => entry.key,
  entry => entry.value
)

var host = {
  FUNCTIONS_EXTENSION_VERSION: '~4'
  AzureWebJobsStorage__accountName: stateAccountName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: clientId
  WEBSITES_ENABLE_APP_SERVICE_STORAGE: 'false'
  Audio__Roots: '/data'
}

var telemetry = empty(connectionString) ? {} : {
  APPLICATIONINSIGHTS_CONNECTION_STRING: connectionString
}

var references = toObject(secretUris, secret => secret.name, secret => '@Microsoft.KeyVault(SecretUri=${secret.uri})')

resource files 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: filesAccountName
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: appName
  location: location
  kind: 'linux'
  sku: {
    name: planSku
    capacity: 1
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: appName
  location: location
  kind: 'functionapp,linux,container'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    siteConfig: {
      linuxFxVersion: 'DOCKER|${image}'
      acrUseManagedIdentityCreds: pullsWithIdentity
      acrUserManagedIdentityID: pullsWithIdentity ? clientId : null
      alwaysOn: true
      numberOfWorkers: 1
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      http20Enabled: true
      healthCheckPath: '/health'
      appSettings: map(items(union(example, host, telemetry, references, settings)), entry => {
        name: entry.key
        value: entry.value
      })
      azureStorageAccounts: {
        config: {
          type: 'AzureFiles'
          accountName: files.name
          shareName: configShareName
          mountPath: '/config'
          accessKey: files.listKeys().keys[0].value
        }
        media: {
          type: 'AzureFiles'
          accountName: files.name
          shareName: mediaShareName
          mountPath: '/data'
          accessKey: files.listKeys().keys[0].value
        }
      }
    }
  }

  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }
}

@description('Where the app answers.')
output url string = 'https://${app.properties.defaultHostName}'

@description('Name of the app.')
output appName string = app.name
